/** A question that replaces the button of an irreversible action. The focus starts on Cancel. */
import { useId } from "react";
import { Button } from "../primitives/Button";
import { onEscape, takeFocus } from "./focus";
import styles from "./KeptPairs.module.css";
import { useCorpusTexts } from "./useCorpusTexts";

interface ConfirmProps {
  readonly question: string;
  readonly yes: string;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

export function Confirm({ question, yes, onYes, onNo }: ConfirmProps) {
  const { t } = useCorpusTexts();
  const id = useId();
  const onKeyDown = onEscape(onNo);
  return (
    <div className={styles.confirm}>
      <p id={id} className={styles.question}>
        {question}
      </p>
      <Button aria-describedby={id} onKeyDown={onKeyDown} onClick={onYes}>
        {yes}
      </Button>
      <Button
        ref={takeFocus}
        look="quiet"
        aria-describedby={id}
        onKeyDown={onKeyDown}
        onClick={onNo}
      >
        {t("kept.cancel")}
      </Button>
    </div>
  );
}
