/** A share by length or by position for both models: a chart for the eye, a table for exact reading. */
import { useCallback, useId, type ReactNode } from "react";
import type { Frame } from "../../vis/charts/curves";
import {
  largestGap,
  layoutShares,
  type Series,
  shareBeyond,
  shareOf,
  type SharePoint,
} from "../../vis/charts/sharesChart";
import { useFormat } from "../primitives/useFormat";
import { useSection } from "../useSection";
import styles from "./ComparedResults.module.css";
import { LANE_NAMES, LANES } from "../lanes";
import { LinesPlot } from "./LinesPlot";
import { useCompareTexts } from "./useCompareTexts";

interface SharesProps {
  readonly kind: "lengths" | "positions";
  readonly series: Series;
}

export function Shares({ kind, series }: SharesProps): ReactNode {
  const { t } = useCompareTexts();
  const format = useFormat();
  const heading = useId();
  const { a, b } = series;
  const layout = useCallback((frame: Frame) => layoutShares({ a, b }, frame), [a, b]);
  return (
    <figure className={styles.figure} aria-labelledby={heading}>
      <h3 id={heading} className={styles.title}>
        {t(`results.${kind}.title`)}{" "}
        <span className={styles.unit}>{t(`results.${kind}.unit`)}</span>
      </h3>
      <LinesPlot layout={layout} yText={(share) => format.percent(share, 0)} />
      <p className={styles.remark}>
        {useRemark({ kind, series })} {useBeyond(series)}
      </p>
      <SharesTable kind={kind} series={series} />
    </figure>
  );
}

/** Where the two are furthest apart. */
function useRemark({ kind, series }: SharesProps): string {
  const { t } = useCompareTexts();
  const format = useFormat();
  const gap = largestGap(series);
  if (!gap) return t("results.noGap");
  return t(`results.${kind}.gap`, {
    at: gap.a.at,
    a: format.percent(shareOf(gap.a), 0),
    b: format.percent(shareOf(gap.b), 0),
  });
}

/** How both do on sources longer than those of training; null where there are none. */
function useBeyond(series: Series): string | null {
  const { t } = useCompareTexts();
  const format = useFormat();
  const [a, b] = [shareBeyond(series.a), shareBeyond(series.b)];
  if (a === null || b === null) return null;
  return t("results.lengths.beyond", { a: format.percent(a, 0), b: format.percent(b, 0) });
}

function SharesTable({ kind, series }: SharesProps): ReactNode {
  const { t } = useCompareTexts();
  const format = useFormat();
  const details = useSection(kind);
  const places = [...new Set([...series.a, ...series.b].map(({ at }) => at))].toSorted(
    (x, y) => x - y,
  );
  const write = (point: SharePoint | undefined): string =>
    point ? `${format.percent(shareOf(point))} (${point.right}/${point.examples})` : NONE;
  return (
    <details {...details} className={styles.details}>
      <summary>{t("results.asTable")}</summary>
      {details.open && (
        <table className={styles.table}>
          <caption className="visually-hidden">{t(`results.${kind}.title`)}</caption>
          <thead>
            <tr>
              <th scope="col">{t(`results.${kind}.column`)}</th>
              {LANES.map((lane) => (
                <th key={lane} scope="col">
                  {LANE_NAMES[lane]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {places.map((place) => (
              <tr key={place}>
                <th scope="row">{place}</th>
                {LANES.map((lane) => (
                  <td key={lane}>{write(series[lane].find(({ at }) => at === place))}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </details>
  );
}

const NONE = "–";
