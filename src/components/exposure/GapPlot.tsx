/** The lines of right tokens by position with the gap between them. Hidden from assistive technology, which reads the table. */
import { useMemo, type ReactNode } from "react";
import type { PositionScore } from "../../engine/results/scoreReport";
import { gapPath } from "../../vis/charts/exposureCharts";
import { layoutPositions } from "../../vis/charts/positionChart";
import { ForcedMark, FreeMark } from "../evaluation/positionMarks";
import { PlotName } from "../primitives/PlotName";
import { useFormat } from "../primitives/useFormat";
import { useWidth } from "../unrolled/scroll/useWidth";
import styles from "./ExposurePlots.module.css";
import { useExposureTexts } from "./useExposureTexts";

const FRAME = { left: 64, top: 12, bottom: 132 }; // in pixels; the width follows the card
const NO_BARS = { top: 0, bottom: 0 };
const HEIGHT = 172;
const LABELS = { position: FRAME.bottom + 20, examples: FRAME.bottom + 36 };

export function GapPlot({ scores }: { readonly scores: readonly PositionScore[] }): ReactNode {
  const { t } = useExposureTexts();
  const format = useFormat();
  const [box, width] = useWidth<HTMLDivElement>();
  const right = Math.max(FRAME.left + 1, width - 8);
  const chart = useMemo(
    () => layoutPositions(scores, { ...FRAME, right }, NO_BARS),
    [scores, right],
  );
  const edge = FRAME.left - 6;
  return (
    <div ref={box} style={{ height: HEIGHT }}>
      {width > 0 && (
        <svg className={styles.drawing} width={width} height={HEIGHT} aria-hidden="true">
          {chart.yTicks.map(({ value, at }) => (
            <g key={value}>
              <path className={styles.rule} d={`M${FRAME.left} ${at}H${right}`} />
              <text x={edge} y={at + 4} textAnchor="end">
                {format.percent(value, 0)}
              </text>
            </g>
          ))}
          <path className={styles.gap} d={gapPath(chart.points)} />
          <path className={styles.forcedLine} d={chart.forcedLine} />
          <path className={styles.freeLine} d={chart.freeLine} />
          {(["position", "examples"] as const).map((row) => (
            <PlotName key={row} x={edge} y={LABELS[row]} name={t(`gap.${row}`)} />
          ))}
          {chart.points.map(({ position, examples, x, freeY, forcedY, free, forced, hasLabel }) => (
            <g key={position}>
              <title>
                {t("gap.point", {
                  position,
                  examples,
                  free: format.percent(free),
                  forced: format.percent(forced),
                })}
              </title>
              <ForcedMark x={x} y={forcedY} />
              <FreeMark x={x} y={freeY} />
              {hasLabel && (
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
          ))}
        </svg>
      )}
    </div>
  );
}
