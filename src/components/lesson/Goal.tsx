/** A step with a goal that the student reaches on the page; the lesson reads from the trace whether it is reached. */
import { useEffect, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { type LessonId, sceneTask } from "../../lessons/catalogue";
import type { GoalStep, Outcome } from "../../lessons/lesson";
import { lesson } from "../../state/actions/acts";
import type { LessonNow } from "../../state/slices/lesson";
import { useApp } from "../../state/store";
import { Elsewhere } from "./Elsewhere";
import styles from "./Lesson.module.css";
import type { LessonText } from "./useLessonText";

interface GoalProps {
  readonly now: LessonNow;
  readonly step: GoalStep;
  readonly outcome: Outcome | null;
  readonly text: LessonText;
}

const HINT_AFTER_MS = 45_000;

/** Whether the student has had time to try. */
function useIsLate(): boolean {
  const [isLate, setIsLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLate(true), HINT_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return isLate;
}

/** Keeps on this device that the goal was reached. */
function useFinish(isReached: boolean): void {
  useEffect(() => {
    if (isReached) lesson.finishStep();
  }, [isReached]);
}

export function Goal(props: GoalProps): ReactNode {
  const { now, step, outcome, text } = props;
  const { t } = useTranslation("lessons");
  const isLate = useIsLate();
  const isReached = outcome?.isRight === true;
  useFinish(isReached);
  if (!step.isPossible(now.trace)) return <Elsewhere lesson={now.place.id} />;
  return (
    <>
      <p>{text("say")}</p>
      <p className={styles.prediction}>{text("ask")}</p>
      <output>
        {outcome && (
          <span className={styles.reveal} data-right={isReached}>
            {isReached && <strong className={styles.label}>{t("outcome.goal")}</strong>}
            {text(`reveal.${outcome.verdict}`, outcome.values)}
          </span>
        )}
        {!isReached && (isLate || outcome !== null) && <Hint {...props} />}
      </output>
      {isReached && <Remember lesson={now.place.id} />}
    </>
  );
}

function Hint({ now, step, text }: GoalProps): ReactNode {
  const { t } = useTranslation("lessons");
  const language = useApp(({ view }) => view.language);
  const example = step.example[sceneTask(now.place.id, language)] ?? "";
  return (
    <span className={styles.hintBox}>
      <strong className={styles.label}>{t("hint")}</strong>
      {text("hint", { example: { word: { id: 0, text: example } } })}
    </span>
  );
}

const KEPT = ["first", "second", "third"] as const;

function Remember({ lesson: id }: { readonly lesson: LessonId }): ReactNode {
  const { t } = useTranslation("lessons");
  return (
    <div className={styles.remember}>
      <h4 className={styles.label}>{t("remember")}</h4>
      <ol>
        {KEPT.map((each) => (
          <li key={each}>{t(`${id}.remember.${each}`)}</li>
        ))}
      </ol>
    </div>
  );
}
