/** The horizontal grid lines of a panel with their values. */
import type { Frame, Tick } from "../../vis/charts/curves";
import styles from "./Curves.module.css";

interface GridLinesProps {
  readonly frame: Frame;
  readonly ticks: readonly Tick[];
  readonly write: (value: number) => string;
}

export function GridLines({ frame, ticks, write }: GridLinesProps) {
  return (
    <>
      {ticks.map(({ value, at }) => (
        <g key={value}>
          <path className={styles.rule} d={`M${frame.left} ${at}H${frame.right}`} />
          <text className={styles.tick} x={frame.left - 5} y={at + 3.5} textAnchor="end">
            {write(value)}
          </text>
        </g>
      ))}
    </>
  );
}
