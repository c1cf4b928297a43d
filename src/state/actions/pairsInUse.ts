/** The pairs of the task "pairs" on their way to the worker, which holds one reading at a time. */
import { type Inspection, readingOf, refuseTooLarge } from "../slices/pairs";
import { laneOf, setPairs, useApp } from "../store";
import { ask } from "./ask";
import { LANE } from "../slices/lane";
import { showOfNewModel } from "./showing";

/** Whether the worker has never had the pairs that the page holds: it is newer than they are. */
export function lacksPairs(): boolean {
  const { used, corpora } = useApp.getState().pairs;
  return used !== null && corpora.length === 0;
}

/**
 * Has a model made for the pairs in use: a fresh one, or the run that this tab kept.
 * Where others were read since, those are read again behind it.
 */
export function sendUsedPairs(weights: "kept" | "fresh" = "fresh"): void {
  const { pairs } = useApp.getState();
  if (pairs.used === null) return;
  const isLatest = pairs.used === pairs.latest;
  if (!isLatest) ask(readingOf(pairs.used));
  askForPairs(pairs.used, weights);
  if (!isLatest) readLatestPairs();
}

function askForPairs({ id: inspection }: Inspection, weights: "kept" | "fresh"): void {
  const { config } = laneOf(LANE);
  ask({ type: "usePairs", inspection, config, weights, show: showOfNewModel() });
}

/** Has the pairs that were given last read and reported on, unless there are too many. */
export function readLatestPairs(): void {
  const { latest } = useApp.getState().pairs;
  if (latest === null) return;
  const refusal = refuseTooLarge(latest.input);
  if (refusal) setPairs({ report: refusal });
  else ask(readingOf(latest));
}
