/** What the student does with pairs of their own, and the restart of a worker, which needs to be given them again. */
import { needsFreshModel } from "../../engine/setup/config";
import type { Config } from "../../engine/setup/config";
import type { CorpusOptions } from "../../engine/corpus/report";
import {
  type AppState,
  FIRST_EXAMPLE,
  readLatestPairs,
  sendUsedPairs,
  start,
  useApp,
} from "../store";
import { keepPairs } from "./savedPairs";
import { restartLink } from "../ports/workerPort";
import { areUsable, nameOfPairs } from "../slices/pairs";
import { restartRun } from "../slices/run";

export function openPairs(open: boolean): void {
  useApp.setState(({ pairs }) => ({ pairs: { ...pairs, open } }));
}

/** Has a user's pairs read and reported on; the current model is not touched. */
export function inspectPairs(
  input: Blob | string,
  options: CorpusOptions,
  name = nameOfPairs(input),
): void {
  const { pairs } = useApp.getState();
  const latest = { requestId: (pairs.latest?.requestId ?? 0) + 1, input, options, name };
  useApp.setState({ pairs: { ...pairs, latest } });
  readLatestPairs();
}

/**
 * Starts a fresh model on the pairs of the latest inspection, if they can be used, and keeps them where that is wanted.
 * @param change settings that were proposed for these pairs and taken
 */
export function startOnPairs(isToKeep = false, change: Partial<Config> = {}): void {
  const { config, pairs, view } = useApp.getState();
  if (pairs.latest === null || !areUsable(pairs)) return;
  useApp.setState({
    config: { ...config, ...change, task: "pairs" },
    view: { ...view, ...FIRST_EXAMPLE },
    pairs: { ...pairs, open: false, used: pairs.latest },
  });
  sendUsedPairs();
  if (isToKeep) void keepPairs(pairs.latest);
}

/** Starts a new worker after a failure, with the settings, the example and the pairs that the page holds. */
export function restartWorker(): void {
  const { run, pairs } = useApp.getState();
  const weights = weightsAgain(useApp.getState());
  useApp.setState({ run: restartRun(run), sent: null, pairs: { ...pairs, corpora: [] } });
  restartLink(run.failure);
  startWithPairs(weights);
}

/**
 * By which weights another worker comes to the run that is there: what was trained it finds kept. A run just begun is
 * kept nowhere, but its seed makes it once more; a shipped model, where there is one, would not be it.
 */
export function weightsAgain({ run, config }: AppState): "kept" | "fresh" {
  const { info, step, failure } = run;
  const isNew = info?.weights === "fresh" && step === 0 && !needsFreshModel(info.config, config);
  const isStopgap = failure?.kind === "bakedMissing"; // for a shipped model, which may be had this time
  return isNew && !isStopgap ? "fresh" : "kept";
}

/** Asks a new worker for what the page wants, with the pairs that the page holds. */
export function startWithPairs(weights: "kept" | "fresh" = "kept"): void {
  const { config, pairs } = useApp.getState();
  readLatestPairs();
  // Where another task is on now, the worker gets them once they become the task.
  if (pairs.used !== null && config.task === "pairs") return sendUsedPairs(weights);
  start(weights);
}
