/** A predicted number and the real one on one line, after the reveal. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { Range } from "../../lessons/lesson";
import { useFormat } from "../primitives/useFormat";
import styles from "./Scale.module.css";

interface ScaleProps {
  readonly range: Range;
  readonly predicted: number | null;
  /** Null: it is not revealed yet. */
  readonly truth: number | null;
}

export function Scale({ range: { min, max }, predicted, truth }: ScaleProps): ReactNode {
  const { t } = useTranslation("lessons");
  const format = useFormat();
  if (truth === null || predicted === null) return null;
  const at = (value: number): string => {
    const share = (value - min) / (max - min);
    return `${100 * Math.min(1, Math.max(0, share))}%`;
  };
  // The sentence of the reveal says both numbers.
  return (
    <div className={styles.scale} aria-hidden="true">
      <div className={styles.line}>
        <span className={styles.predicted} style={{ left: at(predicted) }} />
        <span className={styles.truth} data-value={truth} style={{ left: at(truth) }} />
      </div>
      <div className={styles.ends}>
        <span>{format.number(min)}</span>
        <span>{format.number(max)}</span>
      </div>
      <div className={styles.keys}>
        <span className={styles.key} data-of="prediction">
          {t("mark.prediction")}
        </span>
        <span className={styles.key} data-of="truth">
          {t("mark.truth")}
        </span>
      </div>
    </div>
  );
}
