/** One step of a lesson: what it says, its question, and the way on. */
import { useEffect, useId, useMemo, useRef, type ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { LESSONS, type LessonPlace } from "../../lessons/catalogue";
import type { Outcome, Step } from "../../lessons/lesson";
import { student } from "../../state/actions/acts";
import { type LessonNow, outcomeOf } from "../../state/slices/lessonNow";
import { isDone } from "../../state/slices/lessonProgress";
import { useApp } from "../../state/store";
import { Button } from "../primitives/Button";
import { Goal } from "./Goal";
import styles from "./Lesson.module.css";
import { LessonEnd } from "./LessonEnd";
import { OpeningButton } from "./OpeningButton";
import { Question } from "./Question";
import { ReplacedRun } from "./ReplacedRun";
import { useGoalOutcome } from "./useGoalOutcome";
import { useLessonText } from "./useLessonText";
import { Ways } from "./Ways";

export interface StepCardProps {
  readonly now: LessonNow;
  readonly step: Step;
}

/** The heading of the step takes the focus when the student moves to it, not when the page opens. */
function useFocusOnMove(step: number, isAtEnd: boolean) {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef({ step, isAtEnd });
  useEffect(() => {
    if (shown.current.step !== step || (shown.current.isAtEnd && !isAtEnd))
      heading.current?.focus();
    shown.current = { step, isAtEnd };
  }, [step, isAtEnd]);
  return heading;
}

/** What really happened, or what the student's try at a goal has led to. */
function useOutcome(now: LessonNow, step: Step): Outcome | null {
  const ofGoal = useGoalOutcome(step);
  return useMemo(() => (step.kind === "predict" ? outcomeOf(now) : ofGoal), [now, step, ofGoal]);
}

export function StepCard({ now, step }: StepCardProps): ReactNode {
  const { place } = now;
  const outcome = useOutcome(now, step);
  const wasDone = useApp(({ lesson }) => isDone(lesson.progress, place));
  const isAtEnd = useApp(({ lesson }) => lesson.isAtEnd);
  const hintId = useId();
  const text = useLessonText(place.id, step.id);
  const heading = useFocusOnMove(place.step, isAtEnd);
  const isAnswered = step.kind === "predict" ? outcome !== null : outcome?.isRight === true;
  return (
    <>
      <div className={styles.top}>
        <Head place={place} />
        <ProgressBar place={place} />
        {!isAtEnd && (
          <h3 ref={heading} className={styles.title} tabIndex={-1}>
            {text("title")}
          </h3>
        )}
      </div>
      {isAtEnd ? (
        <LessonEnd id={place.id} />
      ) : (
        // a body of its own for each part: it begins at its first line
        <div key={`${place.id} ${place.step}`} className={styles.body}>
          <ReplacedRun />
          <StepBody now={now} step={step} outcome={outcome} text={text} hintId={hintId} />
          {place.id === "readTheMap" && place.step === 0 && <OpeningButton />}
        </div>
      )}
      <Ways now={now} isPassed={isAnswered || wasDone} isAtEnd={isAtEnd} hintId={hintId} />
    </>
  );
}

interface StepBodyProps extends StepCardProps {
  readonly outcome: Outcome | null;
  readonly text: ReturnType<typeof useLessonText>;
  readonly hintId: string;
}

function StepBody({ step, ...props }: StepBodyProps): ReactNode {
  const { place } = props.now;
  const key = `${place.id} ${place.step}`;
  return step.kind === "goal" ? (
    <Goal key={key} step={step} {...props} />
  ) : (
    <Question key={key} step={step} {...props} />
  );
}

/** The lesson, the way to the list, and the number of the part. */
function Head({ place }: { readonly place: LessonPlace }): ReactNode {
  const { t } = useTranslation("lessons");
  return (
    <div className={styles.head}>
      <h2 className={styles.name}>{t(`catalogue.${place.id}.name`)}</h2>
      <p className={styles.where}>
        <span>{t("progressText", { step: place.step + 1, steps: LESSONS[place.id].steps })}</span>
        <Button look="link" onClick={student.listLessons}>
          {t("all")}
        </Button>
      </p>
    </div>
  );
}

function ProgressBar({ place }: { readonly place: LessonPlace }): ReactNode {
  const { t } = useTranslation("lessons");
  const { steps } = LESSONS[place.id];
  return (
    <div className={styles.progress}>
      <progress
        className="visually-hidden"
        aria-label={t("progress")}
        aria-valuetext={t("progressText", { step: place.step + 1, steps })}
        max={steps}
        value={place.step + 1}
      />
      {Array.from({ length: steps }, (_, i) => (
        <span key={i} data-state={i < place.step ? "past" : i === place.step ? "now" : "ahead"} />
      ))}
    </div>
  );
}
