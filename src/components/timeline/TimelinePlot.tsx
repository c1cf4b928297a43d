/** The curves of a run on one axis of updates. Hidden from assistive technology: the playhead and the table say the same. */
import { memo, useMemo } from "react";
import {
  CURVES_BY_DEPTH,
  diamond,
  layoutTimeline,
  type TimelineData,
} from "../../vis/charts/timeline";
import { CurveNames } from "./CurveNames";
import type { PlotFrame } from "../../vis/charts/plotFrame";
import { Scales } from "./Scales";
import styles from "./TimelinePlot.module.css";

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
      {CURVES_BY_DEPTH.map((curve) => (
        <path key={curve} className={styles[curve]} d={layout.curves[curve]} />
      ))}
      {dots.map(({ x, y }) => (
        <circle key={x} className={styles.dot} cx={x} cy={y} r={2} />
      ))}
      {best && <path className={styles.best} d={diamond(best)} />}
      {frame.namesAt !== null && <CurveNames names={layout.names} x={frame.namesAt} />}
    </svg>
  );
});
