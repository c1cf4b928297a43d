/** Sends the pairs of the task "pairs" to the worker, which holds one inspection at a time. */
import type { Inspection } from "../slices/pairs";
import { readingOf, refuseTooLarge } from "../slices/inspection";
import { laneOf, setPairs, useApp } from "../store";
import { ask } from "./ask";
import { LANE } from "../slices/lane";
import { showOfNewModel } from "./showing";

/** Whether the worker lacks the pairs in use, because it started after the page sent them. */
export function lacksPairs(): boolean {
  const { used, corpora } = useApp.getState().pairs;
  return used !== null && corpora.length === 0;
}

/**
 * Asks for a model of the pairs in use: fresh weights, or the run that this tab kept.
 * If the student has inspected newer pairs since, the worker then reads those again.
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

/** Asks for a report on the latest pairs. Pairs that are too large get a refusal without a request. */
export function readLatestPairs(): void {
  const { latest } = useApp.getState().pairs;
  if (latest === null) return;
  const refusal = refuseTooLarge(latest.input);
  if (refusal) setPairs({ report: refusal });
  else ask(readingOf(latest));
}
