/** A step that asks for a prediction: the question, the prediction, and what really happened. */
import { useId, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useEffect } from "react";
import { lesson, student } from "../../state/actions/acts";
import type { LessonNow } from "../../state/slices/lesson";
import { useApp } from "../../state/store";
import { Button } from "../primitives/Button";
import { useLane } from "../useLane";
import { Elsewhere } from "./Elsewhere";
import styles from "./Lesson.module.css";
import { PredictionGroup } from "./PredictionGroup";
import type { LessonText } from "./useLessonText";
import { Why } from "./Why";

interface QuestionProps {
  readonly now: LessonNow;
  readonly text: LessonText;
}

/** A student who steps into the hidden row after a prediction has done what "Show me" does. */
function useRevealByStepping({ question, prediction, isRevealed }: LessonNow): void {
  const step = useApp(({ view }) => view.step);
  const isReached =
    prediction !== null && question?.hiddenFrom === step && question.kind !== "row" && !isRevealed;
  useEffect(() => {
    if (isReached) lesson.reveal();
  }, [isReached]);
}

export function Question({ now, text }: QuestionProps): ReactNode {
  const { question } = now;
  const { t } = useTranslation("lessons");
  const isTraining = useLane(({ run }) => run.status === "training");
  useRevealByStepping(now);
  if (isTraining) return <p className={styles.note}>{t("training")}</p>;
  if (!question) return <Elsewhere lesson={now.place.id} />;
  return (
    <>
      <p>{text("say", question.values)}</p>
      <Prediction now={now} text={text} />
      <Reveal now={now} text={text} />
    </>
  );
}

/** The question with the student's answer and the button that shows the right one. */
function Prediction({ now, text }: QuestionProps): ReactNode {
  const { question, prediction, isRevealed } = now;
  const { t } = useTranslation("lessons");
  const id = useId();
  if (!question) return null;
  return (
    <>
      <PredictionGroup
        question={question}
        prediction={prediction}
        isRevealed={isRevealed}
        ask={text("ask", question.values) ?? ""}
      />
      <Button
        look="primary"
        className={styles.show}
        disabled={prediction === null || isRevealed}
        aria-describedby={id}
        onClick={student.reveal}
      >
        {t("showMe")}
      </Button>
      <p id={id} className={styles.hint} hidden={isRevealed}>
        {t(prediction ? "ready" : "predictFirst")}
      </p>
    </>
  );
}

/** What happened, with the numbers of this model. A screen reader hears it at once. */
function Reveal({ now, text }: QuestionProps): ReactNode {
  const { step, outcome, place } = now;
  const { t } = useTranslation("lessons");
  return (
    <>
      <div role="status">
        {outcome && (
          <div className={styles.reveal} data-right={outcome.isRight}>
            <h4 className={styles.label}>{t(`outcome.${outcome.isRight ? "right" : "wrong"}`)}</h4>
            <p>
              {text(`reveal.${outcome.verdict}`, outcome.values)} {text("fact", outcome.values)}
            </p>
          </div>
        )}
      </div>
      {outcome && <Why key={place.step} step={step} text={text} />}
    </>
  );
}
