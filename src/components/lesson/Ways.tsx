/** The foot of a step, always in sight: back, the button that shows the answer, and the way on. */
import { type ReactNode, useState } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { LESSONS } from "../../lessons/catalogue";
import { student } from "../../state/actions/acts";
import type { LessonNow } from "../../state/slices/lessonNow";
import { Button } from "../primitives/Button";
import styles from "./Lesson.module.css";

interface WaysProps {
  readonly now: LessonNow;
  /** Whether the student has the answer, now or from an earlier visit. */
  readonly isPassed: boolean;
  /** Whether the student is past the last step. */
  readonly isAtEnd: boolean;
  /** The sentence that says what "Show me" needs. */
  readonly hintId: string;
}

/** "Next" after the answer, "Skip" before it. "Show me" stays after the answer, so that the focus does. */
export function Ways({ now, isPassed, isAtEnd, hintId }: WaysProps): ReactNode {
  const { t } = useTranslation("lessons");
  const { place, question, prediction, isRevealed, isActing } = now;
  const isLast = place.step === LESSONS[place.id].steps - 1;
  if (isAtEnd)
    return (
      <div className={styles.ways}>
        <BackButton isFirst={false} />
      </div>
    );
  return (
    <div className={styles.ways}>
      <BackButton isFirst={place.step === 0} />
      {!isPassed && (
        <Button look="quiet" onClick={() => void student.skipStep()}>
          {t("skip")}
        </Button>
      )}
      {question && (
        <ShowMe
          key={place.step}
          hintId={hintId}
          isMissing={prediction === null}
          isRevealed={isRevealed || isActing}
        />
      )}
      {isPassed && (
        <Button
          look={question && !isRevealed ? "quiet" : "primary"}
          className={styles.onward}
          onClick={() => void student.nextStep()}
        >
          {t(isLast ? "finish" : "next")}
        </Button>
      )}
    </div>
  );
}

function BackButton({ isFirst }: { readonly isFirst: boolean }): ReactNode {
  const { t } = useTranslation("lessons");
  return (
    <Button look="quiet" disabled={isFirst} onClick={() => void student.previousStep()}>
      {t("back")}
    </Button>
  );
}

interface ShowMeProps {
  readonly hintId: string;
  /** Whether the student has not predicted. */
  readonly isMissing: boolean;
  readonly isRevealed: boolean;
}

/** Without a prediction the button does nothing; a screen reader then hears why, at each press. */
function ShowMe({ hintId, isMissing, isRevealed }: ShowMeProps): ReactNode {
  const { t } = useTranslation("lessons");
  const [refusals, setRefusals] = useState(0);
  const isRefusing = isMissing && !isRevealed;
  return (
    <>
      <Button
        look={isRevealed ? "quiet" : "primary"}
        className={styles.show}
        disabled={isMissing || isRevealed}
        aria-describedby={hintId}
        onClick={() => void student.showAnswer()}
        onClickCapture={() => isRefusing && setRefusals(refusals + 1)}
      >
        {t("showMe")}
      </Button>
      {isRefusing && refusals > 0 && (
        <span key={refusals} role="alert" className="visually-hidden">
          {t("predictFirst")}
        </span>
      )}
    </>
  );
}
