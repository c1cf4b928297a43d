/** A number that opens how it is computed. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import styles from "./NumberButton.module.css";

export interface NumberButtonProps {
  /** What the number is, as its sentence names it. */
  readonly symbol: string;
  readonly text: string;
  readonly tabIndex?: 0 | -1;
  readonly stop?: number;
  readonly onOpen: () => void;
}

export function NumberButton({
  symbol,
  text,
  tabIndex,
  stop,
  onOpen,
}: NumberButtonProps): ReactNode {
  const { t } = useTranslation("derivation");
  return (
    <button
      type="button"
      className={styles.number}
      aria-label={t("open", { symbol, value: text })}
      tabIndex={tabIndex}
      data-stop={stop}
      onClick={onOpen}
    >
      {text}
    </button>
  );
}
