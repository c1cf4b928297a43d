/** What learning costs both models: updates until they have learned the task, and the time of an update by length. */
import { type ReactNode, useId } from "react";
import { LEARNED, learnedAt } from "../../vis/facts/learningCost";
import { useFormat } from "../primitives/useFormat";
import { LANE_NAMES, LANES } from "../lanes";
import { LaneContext, useRun } from "../useLane";
import type { LaneId } from "../../workers/protocol";
import { useApp } from "../../state/store";
import results from "./ComparedResults.module.css";
import styles from "./Costs.module.css";
import { LengthTimes } from "./LengthTimes";
import { useCompareTexts } from "./useCompareTexts";

export function Costs(): ReactNode {
  const { t } = useCompareTexts();
  const format = useFormat();
  const heading = useId();
  const end = useApp(({ lanes }) =>
    Math.max(1, ...[lanes.a, lanes.b].map((lane) => lane?.run.evaluations.at(-1)?.step ?? 0)),
  );
  return (
    <section className={styles.part} aria-labelledby={heading}>
      <h2 id={heading} className={styles.title}>
        {t("costs.title")}
      </h2>
      <div className={styles.costs}>
        <section>
          <h3 className={results.title}>
            {t("costs.updates.title", { match: format.percent(LEARNED, 0) })}{" "}
            <span className={results.unit}>{t("costs.updates.unit")}</span>
          </h3>
          <ul className={styles.bars}>
            {LANES.map((lane) => (
              <LaneContext key={lane} value={lane}>
                <Bar lane={lane} end={end} />
              </LaneContext>
            ))}
          </ul>
        </section>
        <LengthTimes />
      </div>
    </section>
  );
}

interface BarProps {
  readonly lane: LaneId;
  readonly end: number; // the newest evaluated update of both
}

/** As long as the updates until the model has learned the task, or open at the end where it has not. */
function Bar({ lane, end }: BarProps): ReactNode {
  const { t } = useCompareTexts();
  const format = useFormat();
  const learned = useRun(({ evaluations }) => evaluations);
  const found = learnedAt(learned);
  const { reachedAt, last, best } = found ?? { reachedAt: null, last: 0, best: 0 };
  const values = { update: format.number(reachedAt ?? last), best: format.percent(best, 0) };
  const said = found === null ? "none" : reachedAt === null ? "notYet" : "reached";
  return (
    <li className={styles.row}>
      <span className={styles.letter}>{LANE_NAMES[lane]}</span>
      <span className={styles.track} aria-hidden="true">
        <span
          className={styles.bar}
          data-lane={lane}
          data-open={reachedAt === null || undefined}
          style={{ width: `${(100 * (reachedAt ?? last)) / end}%` }}
        />
      </span>
      <span className={styles.said}>{t(`costs.updates.${said}`, values)}</span>
    </li>
  );
}
