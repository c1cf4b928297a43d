/** The loss over the steps, with the loss of guessing. Hidden from assistive technology: cursor values and table say the same. */
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { layoutLoss } from "../../vis/charts/curves";
import { useFormat } from "../primitives/useFormat";
import { frameOf, LOSS } from "./curveFrames";
import { CurveMarks } from "./CurveMarks";
import styles from "./Curves.module.css";
import { GridLines } from "./GridLines";
import { useThrottledRun } from "../useLane";

export interface PlotProps {
  readonly width: number;
  readonly end: number; // of the step axis
  readonly cursor: number | null; // null while it follows the newest step
}

export function LossPlot({ width, end, cursor }: PlotProps) {
  const { t } = useTranslation("training");
  const format = useFormat();
  const { points, count } = useThrottledRun((run) => run.losses);
  const vocabulary = useThrottledRun((run) => run.info?.targetTokens ?? 0); // 0 before the run has a model
  const frame = useMemo(() => frameOf(width, LOSS), [width]);
  const panel = useMemo(
    () => layoutLoss({ points, count, chance: lossOfGuessing(vocabulary) }, end, frame),
    [points, count, vocabulary, end, frame],
  );
  const chance = { vocabulary, value: format.fixed(Math.log(vocabulary), 2) };
  return (
    <svg className={styles.drawing} width={width} height={LOSS.height} aria-hidden="true">
      <GridLines frame={frame} ticks={panel.yTicks} write={(value) => format.number(value, 1)} />
      {vocabulary > 0 && (
        <>
          <path className={styles.chance} d={`M${frame.left} ${panel.chanceAt}H${frame.right}`} />
          <text
            className={styles.chanceName}
            x={frame.right}
            y={panel.chanceAt - 4}
            textAnchor="end"
          >
            {t("curves.chance", chance)}
          </text>
        </>
      )}
      <path className={styles.band} d={panel.band} />
      <path className={styles.loss} d={panel.line} />
      <CurveMarks frame={frame} end={end} cursor={cursor} />
    </svg>
  );
}

/** Loss of guessing among all tokens: ln V. Before the run has a model, the axis fits a small vocabulary. */
function lossOfGuessing(vocabulary: number): number {
  return Math.log(vocabulary > 1 ? vocabulary : 30);
}
