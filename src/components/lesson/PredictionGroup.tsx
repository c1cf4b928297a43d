/** The student's prediction: made on the stage, or here with a control for each kind of answer. */
import { useId, type ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { Outcome, Prediction, Question } from "../../lessons/lesson";
import { Prose } from "../primitives/Prose";
import { ChoiceAnswer } from "./ChoiceAnswer";
import styles from "./Lesson.module.css";
import { NumberAnswer } from "./NumberAnswer";
import { PickAnswer } from "./PickAnswer";
import { PointAnswer } from "./PointAnswer";
import type { LessonText } from "./useLessonText";

/** What the controls of all kinds need. */
export interface AnswerProps<Kind extends Question["kind"] = Question["kind"]> {
  readonly question: Extract<Question, { readonly kind: Kind }>;
  readonly prediction: Prediction | null;
  /** After the reveal or while the act runs the prediction stays as it is. */
  readonly isFixed: boolean;
  readonly outcome: Outcome | null;
  readonly text: LessonText;
}

interface GroupProps extends AnswerProps {
  readonly ask: string;
}

export function PredictionGroup({ ask, ...answer }: GroupProps): ReactNode {
  const { t } = useTranslation("lessons");
  const id = useId();
  return (
    <fieldset className={styles.prediction} aria-describedby={id}>
      <legend className={styles.label}>{t("prediction")}</legend>
      <p id={id}>
        <Prose>{ask}</Prose>
      </p>
      <Answer {...answer} />
    </fieldset>
  );
}

function Answer({ question, ...props }: AnswerProps): ReactNode {
  switch (question.kind) {
    case "row":
    case "cell":
    case "token":
    case "tile":
      return <PickAnswer question={question} {...props} />;
    case "weight":
    case "number":
      return <NumberAnswer question={question} {...props} />;
    case "choice":
      return <ChoiceAnswer question={question} {...props} />;
    case "point":
      return <PointAnswer question={question} {...props} />;
    default:
      return question satisfies never;
  }
}
