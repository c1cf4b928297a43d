/** Why it happened: one sentence, and the operation in the inspector. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { AnyStep } from "../../lessons/steps";
import { lesson, student } from "../../state/actions/acts";
import { useApp } from "../../state/store";
import { Button } from "../primitives/Button";
import { useLane } from "../useLane";
import styles from "./Lesson.module.css";
import type { LessonText } from "./useLessonText";

interface WhyProps {
  readonly step: AnyStep;
  readonly text: LessonText;
}

/** Opens the inspector where it is a drawer. In one column it would take the place of the lesson and of its sentence. */
function openDrawer(): void {
  if (matchMedia("(min-width: 900px)").matches) lesson.openPanel("inspect");
}

/** Why the order of words differs, where the task is a pair of languages of which the page knows it. */
function useOrderOfWords(): string | null {
  const { t } = useTranslation("lessons");
  const task = useLane(({ run }) => run.trace?.task.id);
  return task === "englishFrench" || task === "englishKorean"
    ? t(`readTheMap.order.${task}`)
    : null;
}

export function Why({ step, text }: WhyProps): ReactNode {
  const { t } = useTranslation("lessons");
  const isOpen = useApp((state) => state.lesson.isWhyOpen);
  const order = useOrderOfWords();
  const open = (): void => {
    student.openWhy(!isOpen);
    if (isOpen || !step.operation) return;
    lesson.showOperation(step.operation);
    lesson.showInspector("equation");
    openDrawer();
  };
  return (
    <div className={styles.why}>
      <Button look="plain" aria-expanded={isOpen} onClick={open}>
        {t("why")}
      </Button>
      {isOpen && step.id === "cross" && order !== null && <p>{order}</p>}
      {isOpen && <p>{text("why")}</p>}
    </div>
  );
}
