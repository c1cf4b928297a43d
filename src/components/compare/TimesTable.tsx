/** The measured times of both models and their steps in a row, for exact reading. */
import type { ReactNode } from "react";
import { type LengthTimes, TIMED_LENGTHS } from "../../state/slices/lengthTimes";
import { laneIn, useApp } from "../../state/store";
import { stepsInARow } from "../../vis/facts/learningCost";
import { useFormat } from "../primitives/useFormat";
import { useSection } from "../useSection";
import { LANE_NAMES, LANES } from "../lanes";
import styles from "./ComparedResults.module.css";
import { useCompareTexts } from "./useCompareTexts";

const NONE = "–";

export function TimesTable({ times }: { readonly times: LengthTimes }): ReactNode {
  const { t } = useCompareTexts();
  const details = useSection("times");
  return (
    <details {...details} className={styles.details}>
      <summary>{t("results.asTable")}</summary>
      {details.open && (
        <table className={styles.table}>
          <caption className="visually-hidden">{t("costs.times.title")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("costs.times.length")}</th>
              {(["milliseconds", "inARow"] as const).flatMap((column) =>
                LANES.map((lane) => (
                  <th key={column + lane} scope="col">
                    {t(`costs.times.${column}`, { lane: LANE_NAMES[lane] })}
                  </th>
                )),
              )}
            </tr>
          </thead>
          <tbody>
            {TIMED_LENGTHS.map((length) => (
              <Row key={length} length={length} times={times} />
            ))}
          </tbody>
        </table>
      )}
    </details>
  );
}

interface RowProps {
  readonly length: number;
  readonly times: LengthTimes;
}

function Row({ length, times: { points } }: RowProps): ReactNode {
  const format = useFormat();
  const a = useApp(({ lanes }) => lanes.a.config);
  const b = useApp((state) => laneIn(state, "b").config);
  const timeOf = (lane: (typeof LANES)[number]): string => {
    const point = points[lane].find((each) => each.length === length);
    return point ? format.number(point.milliseconds, 1) : NONE;
  };
  return (
    <tr>
      <th scope="row">{length}</th>
      {LANES.map((lane) => (
        <td key={lane}>{timeOf(lane)}</td>
      ))}
      {[a, b].map((config, i) => (
        <td key={LANES[i]}>{format.number(stepsInARow(config, length))}</td>
      ))}
    </tr>
  );
}
