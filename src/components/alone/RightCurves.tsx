/** The share of right answers by update, on training names and on held-out names. */
import type { ReactNode } from "react";
import type { AloneEvaluation } from "../../engine/alone/evaluation";
import { pathOf } from "../../vis/charts/timeline";
import { useAlone } from "../../state/aloneStore";
import { useFormat } from "../primitives/useFormat";
import styles from "./Curves.module.css";
import { useAloneTexts } from "./useAloneTexts";

const [WIDTH, HEIGHT, LEFT, TOP, BOTTOM] = [280, 150, 36, 8, 128];
const OVERFITTED = 0.15; // between the shares of right answers

const y = (right: number): number => BOTTOM - (BOTTOM - TOP) * right;

const SPLITS = ["train", "heldOut"] as const;

export function RightCurves(): ReactNode {
  const { t } = useAloneTexts();
  const format = useFormat();
  const evaluations = useAlone(({ info }) => info?.evaluations);
  if (!evaluations || evaluations.length < 2) return null;
  const last = evaluations.at(-1) as AloneEvaluation;
  const x = (step: number): number => LEFT + ((WIDTH - LEFT - 6) * step) / Math.max(1, last.step);
  return (
    <figure className={styles.figure} aria-label={t("training.chart")}>
      <svg className={styles.drawing} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        {[0, 0.5, 1].map((right) => (
          <g key={right}>
            <path className={styles.rule} d={`M${LEFT} ${y(right)}H${WIDTH - 6}`} />
            <text x={LEFT - 4} y={y(right) + 4} textAnchor="end">
              {format.percent(right, 0)}
            </text>
          </g>
        ))}
        {SPLITS.map((split) => (
          <path
            key={split}
            className={styles.line}
            data-split={split}
            d={pathOf(
              evaluations.map(({ step, ...of }) => ({ x: x(step), y: y(of[split].right) })),
            )}
          />
        ))}
        <text x={WIDTH - 6} y={HEIGHT - 4} textAnchor="end">
          {format.number(last.step)}
        </text>
      </svg>
      <figcaption className={styles.legend}>
        {SPLITS.map((split) => (
          <span key={split} className={styles.key} data-split={split}>
            {split === "train" ? t("training.trainNames") : t("training.heldOutNames")}
            {": "}
            {format.percent(last[split].right)}
          </span>
        ))}
        {last.train.right - last.heldOut.right > OVERFITTED && (
          <p className={styles.note}>{t("training.overfit")}</p>
        )}
      </figcaption>
    </figure>
  );
}
