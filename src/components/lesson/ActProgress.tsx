/** A slow act of a step on its way: how far it is, and the button that stops it. */
import { useId, type ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { PredictStep } from "../../lessons/lesson";
import { student } from "../../state/actions/acts";
import type { LessonNow } from "../../state/slices/lessonNow";
import { Button } from "../primitives/Button";
import styles from "./Lesson.module.css";
import { useFacts } from "./useFacts";
import type { LessonText } from "./useLessonText";

interface ActProgressProps {
  readonly now: LessonNow;
  readonly step: PredictStep;
  readonly text: LessonText;
}

/** Stops what runs, and leaves the student where "Show me" can begin it again. */
function stop(isTraining: boolean, isEvaluating: boolean): void {
  if (isTraining) student.pause();
  if (isEvaluating) student.stopEvaluating();
  void student.stopActing();
}

export function ActProgress({ now, step, text }: ActProgressProps): ReactNode {
  const { t } = useTranslation("lessons");
  const facts = useFacts();
  const id = useId();
  if (!now.isActing || !now.before || !facts || !step.act?.progress) return null;
  const share = Math.min(1, step.act.progress(facts, now.before));
  return (
    <div className={styles.acting}>
      <p id={id}>{text("doing") ?? t("acting")}</p>
      <progress aria-labelledby={id} max={1} value={share} />
      <Button look="quiet" onClick={() => stop(facts.isTraining, facts.evaluating !== null)}>
        {t("stop")}
      </Button>
    </div>
  );
}
