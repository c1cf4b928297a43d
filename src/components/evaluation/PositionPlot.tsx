/** The lines of accuracy by position and the bars of first errors, hidden from assistive technology, which reads the table. */
import { useId, useMemo, type ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { PositionScore } from "../../engine/results/scoreReport";
import {
  ERROR_BARS as BARS,
  layoutPositions,
  POSITION_LABELS as LABELS,
  type PositionPoint,
  POSITIONS_FRAME as FRAME,
  POSITIONS_HEIGHT as HEIGHT,
} from "../../vis/charts/positionChart";
import { useWidth } from "../unrolled/scroll/useWidth";
import { PlotName } from "../primitives/PlotName";
import { useFormat } from "../primitives/useFormat";
import { ForcedMark, FreeMark, Hatch } from "./positionMarks";
import styles from "./Positions.module.css";

export function PositionPlot({ scores }: { readonly scores: readonly PositionScore[] }): ReactNode {
  const { t } = useTranslation("evaluation");
  const format = useFormat();
  const hatch = useId();
  const [box, width] = useWidth<HTMLDivElement>();
  const right = Math.max(FRAME.left + 1, width - 4);
  const chart = useMemo(() => layoutPositions(scores, { ...FRAME, right }, BARS), [scores, right]);
  const edge = FRAME.left - 6;
  return (
    <div ref={box} className={styles.box}>
      {width > 0 && (
        <svg className={styles.drawing} width={width} height={HEIGHT} aria-hidden="true">
          <Hatch id={hatch} />
          {chart.yTicks.map(({ value, at }) => (
            <g key={value}>
              <path className={styles.rule} d={`M${FRAME.left} ${at}H${right}`} />
              <text x={edge} y={at + 4} textAnchor="end">
                {format.percent(value, 0)}
              </text>
            </g>
          ))}
          <path className={styles.forcedLine} d={chart.forcedLine} />
          <path className={styles.freeLine} d={chart.freeLine} />
          {(["position", "examples"] as const).map((row) => (
            <PlotName key={row} x={edge} y={LABELS[row]} name={t(`positions.rows.${row}`)} />
          ))}
          {chart.points.map((point) => (
            <Point key={point.position} point={point} barWidth={chart.barWidth} hatch={hatch} />
          ))}
          <path className={styles.rule} d={`M${FRAME.left} ${BARS.bottom}H${right}`} />
          <PlotName x={edge} y={BARS.bottom} name={t("positions.rows.errors")} />
        </svg>
      )}
    </div>
  );
}

interface PointProps {
  readonly point: PositionPoint;
  readonly barWidth: number;
  readonly hatch: string;
}

function Point({ point, barWidth, hatch }: PointProps): ReactNode {
  const { t } = useTranslation("evaluation");
  const format = useFormat();
  const { position, x, freeY, forcedY, bar, examples, firstErrors } = point;
  const [free, forced] = [format.percent(point.free), format.percent(point.forced)];
  return (
    <g>
      <title>{t("positions.point", { position, free, forced, examples, firstErrors })}</title>
      <ForcedMark x={x} y={forcedY} />
      <FreeMark x={x} y={freeY} />
      {firstErrors > 0 && (
        <>
          <rect
            className={styles.bar}
            x={x - barWidth / 2}
            y={bar.y}
            width={barWidth}
            height={bar.height}
            fill={`url(#${hatch})`}
          />
          <text x={x} y={bar.y - 4} textAnchor="middle">
            {format.number(firstErrors)}
          </text>
        </>
      )}
      {point.hasLabel && (
        <>
          <text x={x} y={LABELS.position} textAnchor="middle">
            {position}
          </text>
          <text x={x} y={LABELS.examples} textAnchor="middle">
            {format.number(examples)}
          </text>
        </>
      )}
    </g>
  );
}
