/** The figures of both evaluations, a row for each figure. */
import type { ReactNode } from "react";
import type { Metrics, ScoreReport } from "../../engine/results/scoreReport";
import { useTranslation } from "../../i18n/useTranslation";
import type { LaneId } from "../../workers/protocol";
import { type Format, useFormat } from "../primitives/useFormat";
import styles from "./ComparedResults.module.css";
import { LANE_NAMES, LANES } from "../lanes";
import { useCompareTexts } from "./useCompareTexts";

const NAMES = [
  "exactMatch",
  "freeAccuracy",
  "forcedAccuracy",
  "perplexity",
  "alignmentError",
  "goldMass",
  "entropy",
] as const;

type Name = (typeof NAMES)[number];

interface MetricsTableProps {
  readonly reports: Readonly<Record<LaneId, ScoreReport>>;
}

export function MetricsTable({ reports }: MetricsTableProps): ReactNode {
  const { t } = useCompareTexts();
  const { t: tEvaluation } = useTranslation("evaluation");
  const format = useFormat();
  const values = LANES.map((lane) => valuesOf(reports[lane].metrics, format));
  const shown = NAMES.filter((name) => values.some((each) => each[name] !== null));
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">{t("results.table")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("results.figure")}</th>
          {LANES.map((lane) => (
            <th key={lane} scope="col">
              {LANE_NAMES[lane]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map((name) => (
          <tr key={name}>
            <th scope="row">{tEvaluation(`figures.${name}.name`)}</th>
            {LANES.map((lane, i) => (
              <td key={lane}>{values[i]?.[name] ?? NONE}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const NONE = "–";

/** As text; null where nothing was counted, or where the model or the task lacks the figure. */
function valuesOf(metrics: Metrics, format: Format): Readonly<Record<Name, string | null>> {
  const { attention } = metrics;
  const percent = (value: number | null | undefined): string | null =>
    value === null || value === undefined ? null : format.percent(value);
  return {
    exactMatch: format.percent(metrics.exactMatch),
    freeAccuracy: format.percent(metrics.freeAccuracy),
    forcedAccuracy: format.percent(metrics.forcedAccuracy),
    perplexity: format.fixed(metrics.perplexity, 2),
    alignmentError: percent(attention?.alignmentError),
    goldMass: percent(attention?.goldMass),
    entropy: attention && format.fixed(attention.entropy, 2),
  };
}
