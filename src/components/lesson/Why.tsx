/** Why it happened, in words, and the way to the operation in the inspector. */
import { useEffect, useRef, type ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { Op } from "../../engine/results/operation";
import type { Outcome } from "../../lessons/lesson";
import type { AnyStep } from "../../lessons/steps";
import { student } from "../../state/actions/acts";
import { useApp } from "../../state/store";
import { Button } from "../primitives/Button";
import { useLane } from "../useLane";
import styles from "./Lesson.module.css";
import type { LessonText } from "./useLessonText";

interface WhyProps {
  readonly step: AnyStep;
  readonly outcome: Outcome;
  readonly text: LessonText;
}

/** Why the order of words differs, where the task is a pair of languages of which the page knows it. */
function useOrderOfWords(): string | null {
  const { t } = useTranslation("lessons");
  const task = useLane(({ run }) => run.trace?.task.id);
  return task === "englishFrench" || task === "englishKorean"
    ? t(`readTheMap.order.${task}`)
    : null;
}

/** The equation of the operation; in one column the inspector takes the place of the lesson. */
function showEquation(operation: Op): void {
  student.showOperation(operation);
  student.showInspector("equation");
  student.openPanel("inspect");
}

export function Why({ step, outcome, text }: WhyProps): ReactNode {
  const { t } = useTranslation("lessons");
  const isOpen = useApp((state) => state.lesson.isWhyOpen);
  const order = useOrderOfWords();
  const box = useRef<HTMLDivElement>(null);
  const { operation } = step;
  useEffect(() => {
    if (isOpen) box.current?.scrollIntoView({ block: "nearest" });
  }, [isOpen]);
  return (
    <div ref={box} className={styles.why}>
      <Button look="plain" aria-expanded={isOpen} onClick={() => student.openWhy(!isOpen)}>
        {t("why")}
      </Button>
      {isOpen && step.id === "cross" && order !== null && <p>{order}</p>}
      {isOpen && <p>{text("why", outcome.values)}</p>}
      {isOpen && operation && (
        <Button look="link" onClick={() => showEquation(operation)}>
          {t("equation")}
        </Button>
      )}
    </div>
  );
}
