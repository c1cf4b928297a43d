/** The probability of an output, as the filled part of a line. */
import type { CSSProperties, ReactNode } from "react";
import styles from "./DecoderRail.module.css";

export interface ProbabilityLineProps {
  readonly probability: number;
  readonly className?: string | undefined;
  readonly style?: CSSProperties;
}

export function ProbabilityLine({
  probability,
  className,
  style,
}: ProbabilityLineProps): ReactNode {
  return (
    <span className={`${styles.bar} ${className ?? ""}`} style={style} aria-hidden="true">
      <span className={styles.fill} style={{ width: `${100 * probability}%` }} />
    </span>
  );
}
