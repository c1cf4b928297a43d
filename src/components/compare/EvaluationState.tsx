/** How far the evaluation of each model is, or which weights its results are of. */
import type { ReactNode } from "react";
import type { LaneId } from "../../workers/protocol";
import { useFormat } from "../primitives/useFormat";
import { LaneContext, useLane } from "../useLane";
import styles from "./ComparedResults.module.css";
import { LANE_NAMES, LANES } from "../lanes";
import { useCompareTexts } from "./useCompareTexts";

export function EvaluationState(): ReactNode {
  return (
    <>
      <ul className={styles.states}>
        {LANES.map((lane) => (
          <LaneContext key={lane} value={lane}>
            <State lane={lane} />
          </LaneContext>
        ))}
      </ul>
      <output className="visually-hidden">
        {LANES.map((lane) => (
          <LaneContext key={lane} value={lane}>
            <Said lane={lane} />
          </LaneContext>
        ))}
      </output>
    </>
  );
}

interface LaneProps {
  readonly lane: LaneId;
}

function State({ lane }: LaneProps): ReactNode {
  const { t } = useCompareTexts();
  const format = useFormat();
  const { progress, report } = useLane(({ evaluation }) => evaluation);
  const now = useLane(({ run }) => run.step);
  if (progress === null && report === null) return null;
  const values = { lane: LANE_NAMES[lane], now: format.number(now) };
  const isStale = progress === null && report !== null && report.step !== now;
  return (
    <li>
      {progress
        ? t("results.running", {
            ...values,
            update: format.number(progress.step),
            done: format.number(progress.done),
            total: format.number(progress.total),
          })
        : t("results.of", {
            ...values,
            update: format.number(report?.step ?? 0),
            examples: format.number(report?.examples.length ?? 0),
          })}{" "}
      {isStale && t("results.stale", values)}
      {progress && (
        <progress
          className={styles.bar}
          aria-label={t("results.progress", values)}
          value={progress.done}
          max={progress.total}
        />
      )}
    </li>
  );
}

/** The announcement for a screen reader: the end, not every chunk. */
function Said({ lane }: LaneProps): ReactNode {
  const { t } = useCompareTexts();
  const format = useFormat();
  const { progress, report } = useLane(({ evaluation }) => evaluation);
  if (progress !== null || report === null) return null;
  const match = format.percent(report.metrics.exactMatch);
  return <span>{t("results.said", { lane: LANE_NAMES[lane], match })}</span>;
}
