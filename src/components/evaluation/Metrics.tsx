/** The metrics by name, and the meaning of each. */
import { useTranslation } from "../../i18n/useTranslation";
import type { Metrics as MetricValues } from "../../engine/results/scoreReport";
import { useLane } from "../useLane";
import { useSection } from "../useSection";
import { useFormat, type Format } from "../primitives/useFormat";
import styles from "./Metrics.module.css";

const NAMES = [
  "exactMatch",
  "freeAccuracy",
  "forcedAccuracy",
  "perplexity",
  "bleu",
  "alignmentError",
  "goldMass",
  "entropy",
] as const;

type Name = (typeof NAMES)[number];

export function Metrics({ metrics }: { readonly metrics: MetricValues }) {
  const { t } = useTranslation("evaluation");
  const format = useFormat();
  const vocabulary = useLane(({ run }) => format.number(run.info?.targetTokens ?? 0));
  const largest = format.fixed(metrics.attention?.largestEntropy ?? 0, 2);
  const meanings = useSection("meanings");
  const values = writeMetrics(metrics, format);
  const shown = NAMES.filter((name) => values[name] !== undefined);
  return (
    <div>
      <h3 className={styles.title}>{t("figures.title")}</h3>
      <dl className={styles.metrics}>
        {shown.map((name) => (
          <div key={name}>
            <dt className={styles.name}>{t(`figures.${name}.name`)}</dt>
            <dd className={styles.value}>{values[name] ?? t("figures.none")}</dd>
            <dd className={styles.how}>{t(`figures.${name}.how`, { vocabulary, largest })}</dd>
          </div>
        ))}
      </dl>
      <details {...meanings} className={styles.details}>
        <summary>{t("figures.meanings")}</summary>
        <dl className={styles.meanings}>
          {shown.map((name) => (
            <div key={name}>
              <dt>{t(`figures.${name}.name`)}</dt>
              <dd>{t(`figures.${name}.meaning`, { vocabulary, largest })}</dd>
            </div>
          ))}
        </dl>
        <p className={styles.meanings}>{t("figures.counting")}</p>
      </details>
    </div>
  );
}

/** Values as text; null where nothing was counted, absent where the model or the task lacks the metric. */
function writeMetrics(metrics: MetricValues, format: Format): Partial<Record<Name, string | null>> {
  const { attention, bleu } = metrics;
  return {
    exactMatch: format.percent(metrics.exactMatch),
    freeAccuracy: format.percent(metrics.freeAccuracy),
    forcedAccuracy: format.percent(metrics.forcedAccuracy),
    perplexity: format.fixed(metrics.perplexity, 2),
    ...(bleu !== null && { bleu: format.fixed(100 * bleu, 1) }),
    ...(attention && {
      alignmentError: share(attention.alignmentError, format),
      goldMass: share(attention.goldMass, format),
      entropy: format.fixed(attention.entropy, 2),
    }),
  };
}

function share(value: number | null, format: Format): string | null {
  return value === null ? null : format.percent(value);
}
