/** A step with a goal that the student reaches on the page; the lesson reads from the facts whether it is reached. */
import { useEffect, useRef, type ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { Facts } from "../../lessons/facts";
import type { GoalStep, Outcome } from "../../lessons/lesson";
import type { LessonNow } from "../../state/slices/lessonNow";
import { useApp } from "../../state/store";
import { Prose } from "../primitives/Prose";
import { Elsewhere } from "./Elsewhere";
import { GoalHelp } from "./GoalHelp";
import styles from "./Lesson.module.css";
import { useFacts } from "./useFacts";
import { useFinish } from "./useFinish";
import type { LessonText } from "./useLessonText";
import { Why } from "./Why";

interface GoalProps {
  readonly now: LessonNow;
  readonly step: GoalStep;
  readonly outcome: Outcome | null;
  readonly text: LessonText;
}

/** Each try brings its outcome into view: the lists of words below it can have scrolled it away. */
function useInView(outcome: string | null) {
  const shown = useRef<HTMLOutputElement>(null);
  useEffect(() => {
    if (outcome) shown.current?.scrollIntoView({ block: "nearest" });
  }, [outcome]);
  return shown;
}

/** While the worker has not answered a change, the goal stays. */
function useIsPossible(step: GoalStep, facts: Facts): boolean {
  const isWaiting = useApp(({ lesson: { alone } }) => alone === "waiting");
  return isWaiting || step.isPossible(facts);
}

export function Goal({ now, step, outcome, text }: GoalProps): ReactNode {
  const { t } = useTranslation("lessons");
  const facts = useFacts() ?? now.facts;
  const isReached = outcome?.isRight === true;
  useFinish(isReached);
  const said = outcome ? text(`reveal.${outcome.verdict}`, outcome.values) : null;
  const shown = useInView(said);
  const isPossible = useIsPossible(step, facts);
  if (!isPossible) return <Elsewhere now={now} />;
  return (
    <>
      <p>
        <Prose>{text("say", step.values?.(facts)) ?? ""}</Prose>
      </p>
      <p className={styles.prediction}>{text("ask", step.values?.(facts))}</p>
      <output ref={shown}>
        {outcome && (
          <span className={styles.reveal} data-right={isReached}>
            {isReached && <strong className={styles.label}>{t("outcome.goal")}</strong>}
            {said}
          </span>
        )}
      </output>
      {isReached && text("why") !== null && <Why step={step} outcome={outcome} text={text} />}
      <GoalHelp now={now} step={step} text={text} tried={said} />
    </>
  );
}
