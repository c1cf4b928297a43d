/** How sure an answer was, as the filled part of a line. */
import type { CSSProperties, ReactNode } from "react";
import css from "./DecoderRail.module.css";

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
    <span className={`${css.bar} ${className ?? ""}`} style={style} aria-hidden="true">
      <span className={css.fill} style={{ width: `${100 * probability}%` }} />
    </span>
  );
}
