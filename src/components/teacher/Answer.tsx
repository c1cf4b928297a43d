/** What is true, as the lesson says it after the prediction, and why. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { TaskId } from "../../engine/tasks/task";
import type { Outcome, Step } from "../../lessons/lesson";
import styles from "./QuestionList.module.css";
import type { SheetText } from "./useSheetText";

interface AnswerProps {
  readonly step: Step;
  readonly text: SheetText;
  /** Of the shipped model; null: the answer has blanks. */
  readonly outcome: Outcome | null;
  readonly task: TaskId;
}

/** A hint names a source with which the goal can be reached. */
function exampleOf(step: Step, task: TaskId) {
  const source = step.kind === "goal" ? step.example?.[task] : undefined;
  return source === undefined ? null : { example: { word: { id: 0, text: source } } };
}

/** The option that is right; null: the question has no options, or the model has not been asked. */
function rightChoice({ text, outcome }: Pick<AnswerProps, "text" | "outcome">): string | null {
  const truth = outcome?.truth;
  return truth?.kind === "choice" ? text(`choices.${truth.choice}`, outcome?.values ?? null) : null;
}

export function Answer({ step, text, outcome, task }: AnswerProps): ReactNode {
  const { t } = useTranslation("teacher");
  const values = outcome?.values ?? null;
  if (step.kind === "goal")
    return (
      <div className={styles.answer}>
        <p>
          <b>{t("lessons.answer")}</b> {t("lessons.goal")} {text("hint", exampleOf(step, task))}
        </p>
      </div>
    );
  const choice = rightChoice({ text, outcome });
  return (
    <div className={styles.answer}>
      <p>
        <b>{t("lessons.answer")}</b> {choice && <strong>{choice}</strong>} {text("fact", values)}
      </p>
      {step.code && (
        <pre className={styles.code} aria-label={t("lessons.right")}>
          {step.code.right.join("\n")}
        </pre>
      )}
      <p>
        <b>{t("lessons.why")}</b> {text(`whyIn.${task}`, values)} {text("why", values)}
      </p>
    </div>
  );
}
