/** A prediction among a few answers. After the reveal a mark stands at the right one. */
import { useId, type ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { student } from "../../state/actions/acts";
import styles from "./Lesson.module.css";
import type { AnswerProps } from "./PredictionGroup";
import { useChoiceLabel } from "./useChoiceLabel";

export function ChoiceAnswer(props: AnswerProps<"choice">): ReactNode {
  const { question, prediction, isFixed, outcome, text } = props;
  const { t } = useTranslation("lessons");
  const name = useId();
  const label = useChoiceLabel(question, text);
  const truth = outcome?.truth?.kind === "choice" ? outcome.truth.choice : null;
  return (
    <div className={styles.choices}>
      {question.choices.map((choice) => (
        <label key={choice} data-true={choice === truth || undefined}>
          <input
            type="radio"
            name={name}
            checked={prediction?.kind === "choice" && prediction.choice === choice}
            disabled={isFixed}
            onChange={() => student.predict({ kind: "choice", choice })}
          />
          <span>
            {label(choice)}
            {choice === truth && <span className={styles.true}>{t("mark.truth")}</span>}
          </span>
        </label>
      ))}
    </div>
  );
}
