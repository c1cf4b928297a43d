/** What is true, as the lesson says it after the prediction, and why. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { TaskId } from "../../engine/tasks/task";
import type { Asked } from "../../lessons/answers";
import type { Step } from "../../lessons/lesson";
import { useChoiceLabel } from "../lesson/useChoiceLabel";
import styles from "./QuestionList.module.css";
import type { SheetText } from "./useSheetText";

interface AnswerProps {
  readonly step: Step;
  readonly text: SheetText;
  /** Of the shipped model, if it has an outcome; else the answer has blanks. */
  readonly asked: Asked | null;
  readonly task: TaskId;
}

/** A hint names a source with which the goal can be reached. */
function exampleOf(step: Step, task: TaskId) {
  const source = step.kind === "goal" ? step.example?.[task] : undefined;
  return source === undefined ? null : { example: { word: { id: 0, text: source } } };
}

/** The option that is right; null: the question has no options, or the model has not been asked. */
function useRightChoice({ text, asked }: Pick<AnswerProps, "text" | "asked">): string | null {
  const { question, outcome } = asked ?? {};
  const ofChoice = question?.kind === "choice" ? question : {};
  const label = useChoiceLabel(ofChoice, (name) => text(name, outcome?.values ?? null));
  return outcome?.truth?.kind === "choice" ? label(outcome.truth.choice) : null;
}

export function Answer({ step, text, asked, task }: AnswerProps): ReactNode {
  const { t } = useTranslation("teacher");
  const choice = useRightChoice({ text, asked });
  const values = asked?.outcome?.values ?? null;
  if (step.kind === "goal")
    return (
      <div className={styles.answer}>
        <p>
          <b>{t("lessons.answer")}</b> {t("lessons.goal")} {text("hint", exampleOf(step, task))}
        </p>
      </div>
    );
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
