/**
 * The progress of both runs in numbers, a line for each. They are silent when they change, because the page's status line
 * announces progress. A's have the names that a single run has; B's have its letter before them.
 */
import { useId, type ReactNode } from "react";
import type { LaneId } from "../../workers/protocol";
import { lastLoss } from "../../state/slices/losses";
import type { RunState } from "../../state/slices/run";
import { useFormat } from "../primitives/useFormat";
import { useBackend } from "../timeline/useBackend";
import { LaneContext, useRun } from "../useLane";
import styles from "./ComparedReadings.module.css";
import { LANE_NAMES, LANES } from "../lanes";
import { useCompareTexts } from "./useCompareTexts";

const NONE = "–";

const READINGS = ["update", "loss", "exactMatch", "updatesPerSecond"] as const;

type Reading = (typeof READINGS)[number];

export function ComparedReadings(): ReactNode {
  const { t } = useCompareTexts();
  const id = useId();
  return (
    <div className={styles.readings} data-place="stats">
      <div className={styles.line}>
        <span />
        {READINGS.map((reading) => (
          <span key={reading} id={`${id}-${reading}`} className={styles.label}>
            {t(`readings.${reading}`)}
          </span>
        ))}
      </div>
      {LANES.map((lane) => (
        <LaneContext key={lane} value={lane}>
          <Line lane={lane} id={id} />
        </LaneContext>
      ))}
      <Backend />
    </div>
  );
}

function Line({ lane, id }: { readonly lane: LaneId; readonly id: string }): ReactNode {
  const { t } = useCompareTexts();
  const values = useReadings();
  const letter = LANE_NAMES[lane];
  return (
    <div className={styles.line}>
      <span className={styles.name} data-lane={lane}>
        {letter}
      </span>
      {READINGS.map((reading) => (
        <output
          key={reading}
          className={styles.value}
          aria-live="off"
          {...(lane === "a"
            ? { "aria-labelledby": `${id}-${reading}` }
            : { "aria-label": `${letter} ${t(`readings.${reading}`)}` })}
        >
          {values[reading]}
        </output>
      ))}
    </div>
  );
}

function useReadings(): Readonly<Record<Reading, string>> {
  const format = useFormat();
  const update = useRun((run) => (run.info || run.evaluations.length > 0 ? run.step : null));
  const loss = useRun((run) => lastLoss(run.losses)?.loss ?? null);
  const match = useRun((run) => run.evaluations.at(-1)?.exactMatch ?? null);
  const rate = useRun(updatesPerSecond);
  const isFinite = loss !== null && Number.isFinite(loss);
  return {
    update: update === null ? NONE : format.number(update),
    loss: isFinite ? format.fixed(loss, 3) : String(loss ?? NONE),
    exactMatch: match === null ? NONE : format.percent(match),
    updatesPerSecond: rate === null ? NONE : format.number(rate, 1),
  };
}

/** Null while nothing trains. */
function updatesPerSecond({ status, pairsPerSecond, info }: RunState): number | null {
  return status === "training" && pairsPerSecond !== null && info !== null
    ? pairsPerSecond / info.config.batchSize
    : null;
}

/** One worker computes both. */
function Backend(): ReactNode {
  const { t } = useCompareTexts();
  const { name, reason } = useBackend();
  const id = useId();
  return (
    <p className={styles.backend}>
      <span id={id}>{t("readings.backend")}</span>{" "}
      <output aria-labelledby={id} aria-live="off">
        {reason === null ? name : `${name}: ${reason}`}
      </output>
    </p>
  );
}
