/** The probability of an output, as the filled part of a line. */
import type { ReactNode } from "react";
import styles from "./DecoderRail.module.css";

export interface ProbabilityLineProps {
  readonly probability: number;
  readonly className?: string | undefined;
}

export function ProbabilityLine({ probability, className }: ProbabilityLineProps): ReactNode {
  return (
    <span className={`${styles.bar} ${className ?? ""}`} aria-hidden="true">
      <span className={styles.fill} style={{ backgroundSize: `${100 * probability}% 100%` }} />
    </span>
  );
}
