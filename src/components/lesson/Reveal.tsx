/** What happened, with the numbers of this model. A screen reader hears it at once. */
import { useEffect, useRef, type ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { Outcome, Step } from "../../lessons/lesson";
import type { LessonNow } from "../../state/slices/lessonNow";
import styles from "./Lesson.module.css";
import type { LessonText } from "./useLessonText";
import { Why } from "./Why";

interface RevealProps {
  readonly now: LessonNow;
  readonly step: Step;
  readonly outcome: Outcome | null;
  readonly text: LessonText;
}

export function Reveal({ now: { place }, step, outcome, text }: RevealProps): ReactNode {
  const { t } = useTranslation("lessons");
  const shown = useRef<HTMLOutputElement>(null);
  const isShown = outcome !== null;
  useEffect(() => {
    if (isShown) shown.current?.scrollIntoView({ block: "nearest" });
  }, [isShown]);
  return (
    <>
      <output ref={shown}>
        {outcome && (
          <span className={styles.reveal} data-right={outcome.isRight}>
            <strong className={styles.label}>
              {t(`outcome.${outcome.isRight ? "right" : "wrong"}`)}
            </strong>
            {text(`reveal.${outcome.verdict}`, outcome.values)} {text("fact", outcome.values)}
          </span>
        )}
      </output>
      {outcome && <Why key={place.step} step={step} outcome={outcome} text={text} />}
    </>
  );
}
