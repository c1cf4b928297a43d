/** A step with a goal that the student reaches on the page; the lesson reads from the trace whether it is reached. */
import { useEffect, useRef, type ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { LessonId } from "../../lessons/catalogue";
import type { GoalStep, Outcome } from "../../lessons/lesson";
import { lesson, student } from "../../state/actions/acts";
import type { LessonNow } from "../../state/slices/lesson";
import { moveFocusThen } from "../focusPlace";
import { Button } from "../primitives/Button";
import { Elsewhere } from "./Elsewhere";
import { GoalHelp } from "./GoalHelp";
import styles from "./Lesson.module.css";
import type { LessonText } from "./useLessonText";

interface GoalProps {
  readonly now: LessonNow;
  readonly step: GoalStep;
  readonly outcome: Outcome | null;
  readonly text: LessonText;
}

/** Keeps on this device that the goal was reached. */
function useFinish(isReached: boolean): void {
  useEffect(() => {
    if (isReached) lesson.finishStep();
  }, [isReached]);
}

/** Each try brings its outcome into view: the lists of words below it can have scrolled it away. */
function useInView(outcome: string | null) {
  const shown = useRef<HTMLOutputElement>(null);
  useEffect(() => {
    if (outcome) shown.current?.scrollIntoView({ block: "nearest" });
  }, [outcome]);
  return shown;
}

export function Goal({ now, step, outcome, text }: GoalProps): ReactNode {
  const { t } = useTranslation("lessons");
  const isReached = outcome?.isRight === true;
  useFinish(isReached);
  const said = outcome ? text(`reveal.${outcome.verdict}`, outcome.values) : null;
  const shown = useInView(said);
  if (!step.isPossible(now.trace)) return <Elsewhere lesson={now.place.id} />;
  return (
    <>
      <p>{text("say")}</p>
      <p className={styles.prediction}>{text("ask")}</p>
      <output ref={shown}>
        {outcome && (
          <span className={styles.reveal} data-right={isReached}>
            {isReached && <strong className={styles.label}>{t("outcome.goal")}</strong>}
            {said}
          </span>
        )}
      </output>
      <GoalHelp lesson={now.place.id} step={step} text={text} />
      {isReached && <Remember lesson={now.place.id} />}
    </>
  );
}

const KEPT = ["first", "second", "third"] as const;

const openLab = (): void => moveFocusThen("rail", () => student.setMode("lab"));

function Remember({ lesson: id }: { readonly lesson: LessonId }): ReactNode {
  const { t } = useTranslation("lessons");
  return (
    <>
      <div className={styles.remember}>
        <h4 className={styles.label}>{t("remember")}</h4>
        <ol>
          {KEPT.map((each) => (
            <li key={each}>{t(`${id}.remember.${each}`)}</li>
          ))}
        </ol>
      </div>
      <p>{t("onward")}</p>
      <Button onClick={openLab}>{t("openLab")}</Button>
    </>
  );
}
