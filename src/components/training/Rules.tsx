/** The horizontal rules of a panel with their values. */
import type { Frame, Tick } from "../../vis/charts/curves";
import styles from "./Curves.module.css";

interface RulesProps {
  readonly frame: Frame;
  readonly ticks: readonly Tick[];
  readonly write: (value: number) => string;
}

export function Rules({ frame, ticks, write }: RulesProps) {
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
