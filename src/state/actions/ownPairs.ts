/** Acts on the student's own pairs. */
import type { CorpusInput, CorpusOptions } from "../../engine/corpus/report";
import type { Config } from "../../engine/setup/config";
import { areUsable, nameOfPairs } from "../slices/inspection";
import { INITIAL_SHOW } from "../../engine/show";
import { laneOf, setLane, setPairs, setRun, setView, useApp } from "../store";
import { LANE } from "../slices/lane";
import { readLatestPairs, sendUsedPairs } from "./pairsInUse";
import { ask } from "./ask";
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
  const id = useApp.getState().pairs.inspections + 1;
  setPairs({ inspections: id, latest: { id, input, options, name }, progress: null });
  readLatestPairs();
}

/** Ends the reading of the latest pairs. The model and the pairs in use stay. */
export function cancelPairs(): void {
  const { latest } = useApp.getState().pairs;
  if (latest === null) return;
  ask({ type: "cancelInspection", inspection: latest.id });
  setPairs({ latest: null, report: null, progress: null });
}

/** Opens the dialog with files that the student dropped on the page, unless the link leaves out the dialog's button. */
export function dropPairs(files: readonly File[]): void {
  const { isLocked, hidden } = useApp.getState().view;
  if (isLocked || hidden.includes("files")) return;
  setPairs({ open: true, dropped: files });
}

/** The dialog has taken the dropped files. */
export function takeDropped(): void {
  setPairs({ dropped: null });
}

/** Asks for the latest pairs as clean tab-separated text. */
export function exportPairs(): void {
  const { pairs, requests } = useApp.getState();
  if (pairs.latest === null || !areUsable(pairs, requests)) return;
  setPairs({ exported: null });
  ask({ type: "exportPairs", inspection: pairs.latest.id });
}

/** Drops the exported text after the browser has taken it. */
export const forgetExport = (): void => setPairs({ exported: null });

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
