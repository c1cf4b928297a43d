/** Acts of the measurement of exposure bias. */
import { pickEvenly } from "../../engine/results/mapFilm";
import { LANE } from "../slices/lane";
import { laneOf, setView } from "../store";
import { ask } from "./ask";

/** The most earlier updates that one measurement takes. */
const MOMENTS = 8;

/** Asks the worker to measure the run on its held-out examples, now and at some of its kept updates. */
export function measureExposure(): void {
  const { info, snapshots, step } = laneOf(LANE).run;
  if (info === null) return;
  setView({ exposureAt: null });
  const earlier = snapshots.filter((each) => each < step);
  ask({ type: "exposure", runId: info.runId, steps: pickEvenly(earlier, MOMENTS) });
}

/** @param exposureAt the update whose accuracy by position is shown; null: the measured weights */
export const showExposureAt = (exposureAt: number | null): void => setView({ exposureAt });

/** @param injectedAt where the shown wrong token stands; 1 is the first token */
export const injectAt = (injectedAt: number): void => setView({ injectedAt });
