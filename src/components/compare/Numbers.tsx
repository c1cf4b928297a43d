/** Both models in numbers: their size, and how well they do. */
import type { ReactNode } from "react";
import { useFormat } from "../primitives/useFormat";
import { LaneContext, useRun } from "../useLane";
import styles from "./CompareRail.module.css";
import { LANE_NAMES, LANES } from "../lanes";
import { useCompareTexts } from "./useCompareTexts";
import { useLaneName } from "./useLaneName";
import type { LaneId } from "../../workers/protocol";

export function Numbers(): ReactNode {
  const { t } = useCompareTexts();
  return (
    <table className={styles.numbers}>
      <caption className="visually-hidden">{t("numbers.title")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("numbers.model")}</th>
          <th scope="col">{t("numbers.parameters")}</th>
          <th scope="col">{t("numbers.match")}</th>
        </tr>
      </thead>
      <tbody>
        {LANES.map((lane) => (
          <LaneContext key={lane} value={lane}>
            <Row lane={lane} />
          </LaneContext>
        ))}
      </tbody>
    </table>
  );
}

const NONE = "–";

function Row({ lane }: { readonly lane: LaneId }): ReactNode {
  const format = useFormat();
  const name = useLaneName(lane);
  const parameters = useRun(({ info }) => info?.parameters ?? null);
  const match = useRun(({ evaluations }) => evaluations.at(-1)?.exactMatch ?? null);
  return (
    <tr>
      <th scope="row" aria-label={name}>
        <span className={styles.letter} data-lane={lane}>
          {LANE_NAMES[lane]}
        </span>
      </th>
      <td>{parameters === null ? NONE : format.number(parameters)}</td>
      <td>{match === null ? NONE : format.percent(match)}</td>
    </tr>
  );
}
