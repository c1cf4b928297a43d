/** The curves of a run on one axis of updates. Hidden from assistive technology: the playhead and the table say the same. */
import { memo, useMemo } from "react";
import { type CurveName, layoutTimeline, type TimelineData } from "../../vis/charts/timeline";
import { CurveNames } from "./CurveNames";
import type { PlotFrame } from "./frame";
import { Scales } from "./Scales";
import styles from "./TimelinePlot.module.css";

const MAX_DOTS = 40; // more dots would merge into a thick line

/** From back to front. */
const ORDER: readonly CurveName[] = ["truth", "loss", "heldOut", "entropy", "match", "alignment"];

interface TimelinePlotProps {
  readonly data: TimelineData;
  readonly frame: PlotFrame;
  /** The number of target tokens; 0: not known. */
  readonly vocabulary: number;
}

export const TimelinePlot = memo(function TimelinePlot(props: TimelinePlotProps) {
  const { data, frame, vocabulary } = props;
  const layout = useMemo(() => layoutTimeline(data, frame), [data, frame]);
  const { dots, best, chanceAt, even } = layout;
  return (
    <svg className={styles.drawing} width={frame.width} height={frame.height} aria-hidden="true">
      <rect
        className={styles.ground}
        x={frame.left}
        y={frame.top}
        width={frame.right - frame.left}
        height={frame.bottom - frame.top}
        rx={3}
      />
      {frame.hasScales && <Scales {...{ layout, frame, vocabulary }} />}
      {vocabulary > 0 && (
        <path className={styles.chance} d={`M${frame.left} ${chanceAt}H${frame.right}`} />
      )}
      {even && <path className={styles.even} d={`M${frame.left} ${even.at}H${frame.right}`} />}
      <path className={styles.band} d={layout.band} />
      {ORDER.map((curve) => (
        <path key={curve} className={styles[curve]} d={layout.curves[curve]} />
      ))}
      {dots.length <= MAX_DOTS &&
        dots.map(({ x, y }) => <circle key={x} className={styles.dot} cx={x} cy={y} r={2} />)}
      {best && <path className={styles.best} d={star(best.x, best.y)} />}
      {frame.namesAt !== null && <CurveNames names={layout.names} x={frame.namesAt} />}
    </svg>
  );
});

/** A diamond around a point. */
function star(x: number, y: number): string {
  return `M${x} ${y - 5}l5 5l-5 5l-5 -5z`;
}
