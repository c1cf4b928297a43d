/** A prediction among a few answers. After the reveal a mark stands at the right one. */
import { useId, type ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { SPECIAL_TOKENS } from "../../engine/text/tokens";
import { student } from "../../state/actions/acts";
import { useLanguageName } from "../primitives/useLanguageName";
import styles from "./Lesson.module.css";
import type { AnswerProps } from "./PredictionGroup";

const [, , END] = SPECIAL_TOKENS;

/** What a choice is called. */
function useLabel({ question, text }: AnswerProps<"choice">): (choice: string) => string | null {
  const { t } = useTranslation("lessons");
  const language = useLanguageName();
  const { are } = question;
  if (are === "languages") return language;
  if (are === "letters") return (letter) => (letter === END ? t("pick.end") : letter);
  return (choice) => text(`choices.${choice}`);
}

export function ChoiceAnswer(props: AnswerProps<"choice">): ReactNode {
  const { question, prediction, isFixed, outcome } = props;
  const { t } = useTranslation("lessons");
  const name = useId();
  const label = useLabel(props);
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
