/** Exact match and token accuracy by evaluation, from 0 to 100 percent, and the steps below. Hidden from assistive technology. */
import { useMemo } from "react";
import { layoutShares, stepTicks, type Frame } from "../../vis/charts/curves";
import { useFormat } from "../primitives/useFormat";
import { frameOf, SHARE } from "./curveFrames";
import { CurveMarks } from "./CurveMarks";
import styles from "./Curves.module.css";
import type { PlotProps } from "./LossPlot";
import { GridLines } from "./GridLines";
import { useThrottledRun } from "../useLane";

const MAX_DOTS = 40; // more dots would merge into a thick line

export function SharePlot({ width, end, cursor }: PlotProps) {
  const format = useFormat();
  const evaluations = useThrottledRun((run) => run.evaluations);
  const frame = useMemo(() => frameOf(width, SHARE), [width]);
  const panel = useMemo(() => layoutShares(evaluations, end, frame), [evaluations, end, frame]);
  return (
    <svg className={styles.drawing} width={width} height={SHARE.height} aria-hidden="true">
      <GridLines frame={frame} ticks={panel.yTicks} write={(value) => format.percent(value, 0)} />
      <path className={styles.tokens} d={panel.tokens} />
      <path className={styles.match} d={panel.match} />
      {panel.dots.length <= MAX_DOTS &&
        panel.dots.map(({ x, y }) => (
          <circle key={x} className={styles.dot} cx={x} cy={y} r={2.2} />
        ))}
      {stepTicks(end, frame).map(({ value, at }) => (
        <text
          key={value}
          className={styles.tick}
          x={at}
          y={SHARE.height - 4}
          textAnchor={anchor(at, frame)}
        >
          {format.number(value)}
        </text>
      ))}
      <CurveMarks frame={frame} end={end} cursor={cursor} />
    </svg>
  );
}

function anchor(at: number, frame: Frame): "start" | "middle" | "end" {
  if (at < frame.left + 8) return "start";
  return at > frame.right - 12 ? "end" : "middle";
}
