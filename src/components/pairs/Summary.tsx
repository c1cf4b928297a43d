/** The kept pairs in numbers: counts, both sides, coverage and lengths. */
import { useId } from "react";
import type { CorpusSummary, FiveNumbers, SideSummary } from "../../engine/corpus/report";
import { useFormat, type Format } from "../primitives/useFormat";
import look from "./Look.module.css";
import styles from "./Summary.module.css";
import { useCorpusTexts } from "./useCorpusTexts";

interface SummaryProps {
  readonly summary: CorpusSummary;
}

export function Summary({ summary }: SummaryProps) {
  const { t } = useCorpusTexts();
  return (
    <details className={look.details}>
      <summary>{t("summary.title")}</summary>
      <Counts summary={summary} />
      <Sides source={summary.source} target={summary.target} />
    </details>
  );
}

function Counts({ summary }: { readonly summary: CorpusSummary }) {
  const { t } = useCorpusTexts();
  const format = useFormat();
  const train = format.number(summary.train);
  const heldOut = format.number(summary.heldOut);
  const rows = [
    [t("summary.read"), format.number(summary.read)],
    [t("summary.kept"), format.number(summary.kept)],
    [t("summary.split"), t("summary.splitValue", { train, heldOut })],
    [t("summary.unknown"), format.percent(summary.unknownShare)],
  ] as const;
  return (
    <dl className={styles.counts}>
      {rows.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

type Sides = Record<"source" | "target", SideSummary>;

function Sides(sides: Readonly<Sides>) {
  const { t } = useCorpusTexts();
  const id = useId();
  const format = useFormat();
  const writeLengths = (lengths: FiveNumbers): string => {
    const isOne = lengths.least === lengths.most;
    return t(isOne ? "summary.oneLength" : "summary.lengthsValue", written(lengths, format));
  };
  const rows = [
    [t("summary.vocabulary"), ({ vocabulary }: SideSummary) => format.number(vocabulary)],
    [t("summary.seenOnce"), ({ seenOnce }: SideSummary) => format.number(seenOnce)],
    [t("summary.rare"), ({ rare }: SideSummary) => format.number(rare)],
    [t("summary.coverage"), ({ coverage }: SideSummary) => format.percent(coverage)],
    [t("summary.lengths"), ({ lengths }: SideSummary) => writeLengths(lengths)],
  ] as const;
  return (
    <table className={styles.sides} aria-labelledby={id}>
      <thead>
        <tr>
          <th id={id} scope="col">
            {t("summary.sides")}
          </th>
          <th scope="col">{t("source")}</th>
          <th scope="col">{t("target")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([term, valueOf]) => (
          <tr key={term}>
            <th scope="row">{term}</th>
            <td>{valueOf(sides.source)}</td>
            <td>{valueOf(sides.target)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function written(lengths: FiveNumbers, format: Format) {
  return {
    least: format.number(lengths.least),
    lower: format.number(lengths.lowerQuartile),
    median: format.number(lengths.median),
    upper: format.number(lengths.upperQuartile),
    most: format.number(lengths.most),
  };
}
