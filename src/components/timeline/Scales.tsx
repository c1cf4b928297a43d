/** The scales of the plot: losses at the left, shares at the right, updates below. */
import type { TimelineLayout } from "../../vis/charts/timeline";
import { useFormat } from "../primitives/useFormat";
import type { PlotFrame } from "./frame";
import styles from "./TimelinePlot.module.css";

interface ScalesProps {
  readonly layout: TimelineLayout;
  readonly frame: PlotFrame;
}

export function Scales({ layout, frame }: ScalesProps) {
  const format = useFormat();
  return (
    <>
      {layout.shareTicks.map(({ value, at }) => (
        <g key={value}>
          <path className={styles.rule} d={`M${frame.left} ${at}H${frame.right}`} />
          <text className={styles.share} x={frame.right + 10} y={at + 4}>
            {format.percent(value, 0)}
          </text>
        </g>
      ))}
      {layout.lossTicks.map(({ value, at }) => (
        <text key={value} x={frame.left - 5} y={at + 4} textAnchor="end">
          {format.number(value, 1)}
        </text>
      ))}
      {layout.updateTicks.map(({ value, at }) => (
        <text key={value} x={at} y={frame.height - 3} textAnchor={anchor(at, frame)}>
          {format.number(value)}
        </text>
      ))}
    </>
  );
}

function anchor(at: number, frame: PlotFrame): "start" | "middle" | "end" {
  if (at < frame.left + 8) return "start";
  return at > frame.right - 12 ? "end" : "middle";
}
