/** The page's beginning: its first state, its way to the worker, and what a new worker is asked. */
import { type Config, DEFAULT_CONFIG, needsFreshModel } from "../../engine/setup/config";
import { GREEDY, INITIAL_SHOW } from "../../engine/show";
import type { Failure, Request } from "../../workers/protocol";
import { restartPort, setWorkerPort } from "../ports/workerPort";
import { firstExample } from "../slices/firstExample";
import { LANE, INITIAL_LANE, type Lane } from "../slices/lane";
import { restartRun } from "../slices/run";
import { INITIAL_VIEW } from "../slices/view";
import type { WantedView } from "../slices/viewFields";
import { INITIAL_STATE, laneOf, setLane, setPairs, setRun, useApp } from "../store";
import { readLatestPairs, sendUsedPairs } from "./pairsInUse";
import { askForModel } from "./settings";

/** The state of a page just opened, with what its link says; the composition root calls it before anything else. */
export function initialise(config: Config, { show, ...view }: WantedView): void {
  setWorkerPort(null);
  const example = firstExample(config.task, view.language ?? INITIAL_VIEW.language);
  const choosing = { ...GREEDY, ...show?.choosing };
  useApp.setState({
    ...INITIAL_STATE,
    lanes: { a: { ...INITIAL_LANE, config } },
    view: { ...INITIAL_VIEW, ...view, show: { ...INITIAL_SHOW, example, ...show, choosing } },
  });
}

/** Gives the actions their way to the worker; the composition root calls it. */
export function connect(
  send: (request: Request) => void,
  restart: (failure: Failure | null) => void = () => undefined,
): void {
  setWorkerPort({ send, restart });
}

/**
 * Asks a new worker for what the page wants, with the pairs that the page holds.
 * @param weights "kept" ends at a shipped model where there is one, "fresh" never does
 */
export function start(weights: "kept" | "fresh" = "kept"): void {
  readLatestPairs();
  doWithoutMissingPairs();
  const isOnPairs = laneOf(LANE).config.task === "pairs";
  // Where another task is on now, the worker gets the pairs once they become the task.
  if (isOnPairs) sendUsedPairs(weights);
  else askForModel(weights);
}

/** A link to pairs that only its author has: show a task that needs none, and say so. */
function doWithoutMissingPairs(): void {
  const { config } = laneOf(LANE);
  if (config.task !== "pairs" || useApp.getState().pairs.used !== null) return;
  setLane(LANE, { config: { ...config, task: DEFAULT_CONFIG.task } });
  setRun(LANE, { failure: { kind: "pairsMissing" } });
}

/** Starts a new worker after a failure, with the settings, the example and the pairs that the page holds. */
export function restartWorker(): void {
  const lane = laneOf(LANE);
  setLane(LANE, { run: restartRun(lane.run) });
  replaceWorker(lane.run.failure, weightsToRestart(lane));
}

/** Puts a new worker in the place of the present one; what that one was asked is asked of no one. */
export function replaceWorker(failure: Failure | null, weights: "kept" | "fresh"): void {
  useApp.setState({ requests: [] });
  setPairs({ corpora: [] });
  restartPort(failure);
  start(weights);
}

/**
 * By which weights another worker comes to the run that is there: what was trained it finds kept. A run just begun is
 * kept nowhere, but its seed makes it once more; a shipped model, where there is one, would not be it.
 */
export function weightsToRestart({ run, config }: Lane): "kept" | "fresh" {
  const { info, step, failure } = run;
  const isNew = info?.weights === "fresh" && step === 0 && !needsFreshModel(info.config, config);
  const isStopgap = failure?.kind === "bakedMissing"; // for a shipped model, which may be had this time
  return isNew && !isStopgap ? "fresh" : "kept";
}
