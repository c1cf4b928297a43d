/** The curves of two runs, A solid and B dashed. Hidden from assistive technology: the playhead says the same. */
import { memo, useMemo, type ReactNode } from "react";
import { type ComparedCurve, layoutCompared } from "../../vis/charts/comparedTimeline";
import type { PlotFrame } from "../../vis/charts/plotFrame";
import { Scales } from "../timeline/Scales";
import plot from "../timeline/TimelinePlot.module.css";
import styles from "./ComparedPlot.module.css";
import { LANE_NAMES } from "../lanes";
import type { ComparedHistory } from "./useComparedHistory";
import { useCompareTexts } from "./useCompareTexts";

const SAMPLE = 18; // pixels of a line beside its name

interface ComparedPlotProps {
  readonly history: ComparedHistory;
  readonly frame: PlotFrame;
}

export const ComparedPlot = memo(function ComparedPlot(props: ComparedPlotProps): ReactNode {
  const { history, frame } = props;
  const { runs, chance, end, vocabulary } = history;
  const layout = useMemo(
    () => layoutCompared(runs, { chance, end }, frame),
    [runs, chance, end, frame],
  );
  return (
    <svg className={plot.drawing} width={frame.width} height={frame.height} aria-hidden="true">
      <rect
        className={plot.ground}
        x={frame.left}
        y={frame.top}
        width={frame.right - frame.left}
        height={frame.bottom - frame.top}
        rx={3}
      />
      {frame.hasScales && <Scales {...{ layout, frame, vocabulary }} />}
      {vocabulary > 0 && (
        <path className={plot.chance} d={`M${frame.left} ${layout.chanceAt}H${frame.right}`} />
      )}
      {layout.curves.map(({ side, kind, path }) => (
        <path key={side + kind} className={styles[kind]} data-side={side} d={path} />
      ))}
      {frame.namesAt !== null &&
        layout.names.map(({ curve, at }) => (
          <Name key={curve.side + curve.kind} {...curve} x={frame.namesAt ?? 0} at={at} />
        ))}
    </svg>
  );
});

function Name({
  side,
  kind,
  x,
  at,
}: ComparedCurve & { readonly x: number; readonly at: number }): ReactNode {
  const { t } = useCompareTexts();
  const name = t(`curves.${kind}`, { lane: LANE_NAMES[side] });
  return (
    <g>
      <title>{name}</title>
      <path className={styles[kind]} data-side={side} d={`M${x} ${at}h${SAMPLE}`} />
      <text className={styles[`${kind}Name`]} x={x + SAMPLE + 5} y={at + 4}>
        {name}
      </text>
    </g>
  );
}
