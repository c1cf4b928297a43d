/** One step of a lesson: what it says, its question, and the way on. */
import { useEffect, useId, useRef, type ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { LESSONS } from "../../lessons/catalogue";
import { stepAt } from "../../lessons/steps";
import { student } from "../../state/actions/acts";
import { isDone, type LessonNow } from "../../state/slices/lesson";
import { useApp } from "../../state/store";
import { Button } from "../primitives/Button";
import { Goal } from "./Goal";
import styles from "./Lesson.module.css";
import { OpeningButton } from "./OpeningButton";
import { Question } from "./Question";
import { useLessonText } from "./useLessonText";
import { useOutcome } from "./useOutcome";
import { Ways } from "./Ways";

interface StepCardProps {
  readonly now: LessonNow;
}

/** The heading of the step takes the focus when the student moves to it, not when the page opens. */
function useFocusOnMove(step: number) {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current !== step) heading.current?.focus();
    shown.current = step;
  }, [step]);
  return heading;
}

export function StepCard({ now }: StepCardProps): ReactNode {
  const { place } = now;
  const step = stepAt(place);
  const outcome = useOutcome(now);
  const wasDone = useApp(({ lesson }) => isDone(lesson.progress, place));
  const hintId = useId();
  const text = useLessonText(place.id, step.id);
  const heading = useFocusOnMove(place.step);
  return (
    <>
      <div className={styles.top}>
        <Head now={now} />
        <ProgressBar now={now} />
        <h3 ref={heading} className={styles.title} tabIndex={-1}>
          {text("title")}
        </h3>
      </div>
      <div className={styles.body}>
        {step.kind === "goal" ? (
          <Goal key={place.step} now={now} outcome={outcome} step={step} text={text} />
        ) : (
          <Question
            key={place.step}
            now={now}
            outcome={outcome}
            step={step}
            text={text}
            hintId={hintId}
          />
        )}
        {place.step === 0 && <OpeningButton />}
      </div>
      <Ways now={now} isPassed={outcome !== null || wasDone} hintId={hintId} />
    </>
  );
}

/** The lesson, the way to the list, and the number of the part. */
function Head({ now: { place } }: StepCardProps): ReactNode {
  const { t } = useTranslation("lessons");
  return (
    <div className={styles.head}>
      <h2 className={styles.name}>{t(`${place.id}.name`)}</h2>
      <p className={styles.where}>
        <span>{t("progressText", { step: place.step + 1, steps: LESSONS[place.id].steps })}</span>
        <Button look="link" onClick={student.listLessons}>
          {t("all")}
        </Button>
      </p>
    </div>
  );
}

function ProgressBar({ now: { place } }: StepCardProps): ReactNode {
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
