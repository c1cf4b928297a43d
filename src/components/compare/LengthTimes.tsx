/** The time of an update by length for both models, measured on this device, beside its steps in a row. */
import { useCallback, useId, type ReactNode } from "react";
import { student } from "../../state/actions/acts";
import {
  TIMED_LENGTHS,
  timedPair,
  type LengthTimes as Times,
} from "../../state/slices/lengthTimes";
import { laneIn, useApp } from "../../state/store";
import type { Frame } from "../../vis/charts/curves";
import { layoutTimes } from "../../vis/charts/timesChart";
import { stepsInARow } from "../../vis/facts/learningCost";
import { useBackend } from "../timeline/useBackend";
import { Button } from "../primitives/Button";
import { useFormat } from "../primitives/useFormat";
import styles from "./ComparedResults.module.css";
import { LinesPlot } from "./LinesPlot";
import { TimesTable } from "./TimesTable";
import { useCompareTexts } from "./useCompareTexts";

const LONGEST = TIMED_LENGTHS[TIMED_LENGTHS.length - 1] ?? 0;

export function LengthTimes(): ReactNode {
  const { t } = useCompareTexts();
  const heading = useId();
  const { name: backend } = useBackend();
  const batch = useApp(({ lanes }) => lanes.a.config.batchSize);
  const times = useTimes();
  return (
    <figure className={styles.figure} aria-labelledby={heading}>
      <h3 id={heading} className={styles.title}>
        {t("costs.times.title")}{" "}
        <span className={styles.unit}>{t("costs.times.unit", { batch, backend })}</span>
      </h3>
      <Order times={times} />
      {times && times.points.a.length > 0 && <Measured times={times} />}
      <p className={styles.remark}>{useSteps()}</p>
    </figure>
  );
}

/** The times of the present models on the present backend; null: there are none. */
function useTimes(): Times | null {
  const key = useApp(({ lanes }) => timedPair(lanes)?.key);
  const times = useApp(({ lengthTimes }) => lengthTimes);
  return times?.key === key ? times : null;
}

function Order({ times }: { readonly times: Times | null }): ReactNode {
  const { t } = useCompareTexts();
  const isIdle = useApp(({ lanes }) =>
    [lanes.a, lanes.b].every((lane) => lane?.run.status === "idle"),
  );
  const isRunning = times?.isRunning ?? false;
  const done = times ? times.points.a.length + times.points.b.length : 0;
  const note = isRunning
    ? t("costs.times.running", { done, total: 2 * TIMED_LENGTHS.length })
    : t(isIdle ? "costs.times.intro" : "costs.times.busy");
  return (
    <div className={styles.order} aria-busy={isRunning}>
      <Button
        data-print="off"
        disabled={!isIdle && !isRunning}
        onClick={isRunning ? student.stopTimingLengths : student.timeLengths}
      >
        {t(isRunning ? "costs.times.stop" : "costs.times.measure")}
      </Button>
      <p className={styles.note}>{note}</p>
    </div>
  );
}

function Measured({ times }: { readonly times: Times }): ReactNode {
  const format = useFormat();
  const { points } = times;
  const layout = useCallback((frame: Frame) => layoutTimes(points, TIMED_LENGTHS, frame), [points]);
  return (
    <>
      <LinesPlot layout={layout} yText={(milliseconds) => format.number(milliseconds)} />
      <TimesTable times={times} />
    </>
  );
}

/** How many steps of an update wait for the step before. */
function useSteps(): string {
  const { t } = useCompareTexts();
  const format = useFormat();
  const a = useApp(({ lanes }) => lanes.a.config);
  const b = useApp((state) => laneIn(state, "b").config);
  return t("costs.times.steps", {
    length: LONGEST,
    a: format.number(stepsInARow(a, LONGEST)),
    b: format.number(stepsInARow(b, LONGEST)),
  });
}
