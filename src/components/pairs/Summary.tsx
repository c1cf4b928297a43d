/** The properties of usable pairs: a warning where they are too few, counts, both sides, and the first pairs. */
import { useId, type ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { CorpusSummary, FiveNumbers, SideSummary } from "../../engine/corpus/report";
import { useFormat, type Format } from "../primitives/useFormat";
import { Dropped } from "./Dropped";
import { FirstPairs } from "./FirstPairs";
import styles from "./Preview.module.css";
import { TooSmall } from "./TooSmall";

interface SummaryProps {
  readonly summary: CorpusSummary;
  /** Texts that depend on the counts. */
  readonly children: ReactNode;
}

export function Summary({ summary, children }: SummaryProps) {
  return (
    <>
      <TooSmall summary={summary} />
      <Counts summary={summary} />
      <Dropped dropped={summary.dropped} />
      {children}
      <Sides source={summary.source} target={summary.target} />
      <FirstPairs pairs={summary.preview} />
    </>
  );
}

function Counts({ summary }: { readonly summary: CorpusSummary }) {
  const { t } = useTranslation("pairs");
  const format = useFormat();
  const train = format.number(summary.train);
  const heldOut = format.number(summary.heldOut);
  const rows = [
    [t("preview.read"), format.number(summary.read)],
    [t("preview.kept"), format.number(summary.kept)],
    [t("preview.split"), t("preview.splitValue", { train, heldOut })],
    [t("preview.unknown"), format.percent(summary.unknownShare)],
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
  const { t } = useTranslation("pairs");
  const id = useId();
  const format = useFormat();
  const writeLengths = (lengths: FiveNumbers): string => {
    const isOne = lengths.least === lengths.most;
    return t(isOne ? "preview.oneLength" : "preview.lengthsValue", written(lengths, format));
  };
  const rows = [
    [t("preview.vocabulary"), ({ vocabulary }: SideSummary) => format.number(vocabulary)],
    [t("preview.seenOnce"), ({ seenOnce }: SideSummary) => format.number(seenOnce)],
    [t("preview.rare"), ({ rare }: SideSummary) => format.number(rare)],
    [t("preview.coverage"), ({ coverage }: SideSummary) => format.percent(coverage)],
    [t("preview.lengths"), ({ lengths }: SideSummary) => writeLengths(lengths)],
  ] as const;
  return (
    <table className={styles.sides} aria-labelledby={id}>
      <thead>
        <tr>
          <th id={id} scope="col">
            {t("preview.sides")}
          </th>
          <th scope="col">{t("preview.source")}</th>
          <th scope="col">{t("preview.target")}</th>
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
