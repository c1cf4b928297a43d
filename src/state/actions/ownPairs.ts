/** Acts on the student's own pairs. */
import type { CorpusInput, CorpusOptions } from "../../engine/corpus/report";
import type { Config } from "../../engine/setup/config";
import { areUsable, nameOfPairs } from "../slices/pairs";
import { INITIAL_SHOW } from "../../engine/show";
import { laneOf, setLane, setPairs, setRun, setView, useApp } from "../store";
import { LANE } from "../slices/lane";
import { readLatestPairs, sendUsedPairs } from "./pairsInUse";
import { keepPairs } from "./savedPairs";
import { draftSource, WHOLE_DECODE } from "./showing";

export function openPairs(open: boolean): void {
  setPairs({ open });
}

/** Asks the worker to read the pairs and report on them. The current model stays. */
export function inspectPairs(
  input: CorpusInput,
  options: CorpusOptions,
  name = nameOfPairs(input),
): void {
  const { latest } = useApp.getState().pairs;
  setPairs({ latest: { id: (latest?.id ?? 0) + 1, input, options, name } });
  readLatestPairs();
}

/**
 * Starts a fresh model on the pairs of the latest inspection, if they are usable.
 * @param isToKeep whether this device keeps the pairs
 * @param change the proposed settings that the student accepted
 */
export function startOnPairs(isToKeep = false, change: Partial<Config> = {}): void {
  const { pairs, requests, view } = useApp.getState();
  if (pairs.latest === null || !areUsable(pairs, requests)) return;
  const { config } = laneOf(LANE);
  setLane(LANE, { config: { ...config, ...change, task: "pairs" } });
  setView({ ...WHOLE_DECODE, show: { ...view.show, example: INITIAL_SHOW.example } });
  draftSource(null);
  setRun(LANE, { sourceProblem: null });
  setPairs({ open: false, used: pairs.latest });
  sendUsedPairs();
  if (isToKeep) void keepPairs(pairs.latest);
}
