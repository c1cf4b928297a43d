/** Starts the page: its connection to the worker, and the first requests of a new worker. */
import { DEFAULT_CONFIG, needsFreshModel } from "../../engine/setup/config";
import type { Failure, Request } from "../../workers/protocol";
import { restartPort, setWorkerPort } from "../ports/workerPort";
import { firstExample } from "../slices/firstExample";
import { LANE, type Lane } from "../slices/lane";
import { restartRun } from "../slices/run";
import { INITIAL_VIEW } from "../slices/view";
import { dismissLinkedTraining } from "../slices/linkedTraining";
import { laneOf, setLane, setPairs, setRun, setView, useApp } from "../store";
import { ask } from "./ask";
import { readLatestPairs, sendUsedPairs } from "./pairsInUse";
import { askForModel } from "./settings";
import { WHOLE_DECODE } from "./showing";

/** Connects the actions to the worker. The composition root calls it. */
export function connect(
  send: (request: Request) => void,
  restart: (failure: Failure | null) => void = () => undefined,
): void {
  setWorkerPort({ send, restart });
}

/**
 * Sends a new worker the page's pairs and asks for the lane's model.
 * @param weights "kept" falls back to the shipped model, "fresh" does not
 */
export function start(weights: "kept" | "fresh" = "kept"): void {
  sendTrainingView();
  readLatestPairs();
  leaveTaskWithoutPairs();
  const isOnPairs = laneOf(LANE).config.task === "pairs";
  // In another task, the worker gets the pairs in use once they become the task.
  if (isOnPairs) sendUsedPairs(weights);
  else askForModel(weights);
}

/** A new worker has the initial view of training. */
function sendTrainingView(): void {
  const { training } = useApp.getState().view;
  if (training !== INITIAL_VIEW.training) ask({ type: "watchTraining", view: training });
}

/**
 * A link can name pairs that only its author has. The page then takes the default task with its first example, because
 * the link's source and weights belong to the pairs, and reports the failure.
 */
function leaveTaskWithoutPairs(): void {
  const { config } = laneOf(LANE);
  if (config.task !== "pairs" || useApp.getState().pairs.used !== null) return;
  const { task } = DEFAULT_CONFIG;
  const { language, show } = useApp.getState().view;
  setLane(LANE, { config: { ...config, task } });
  setView({ ...WHOLE_DECODE, show: { ...show, example: firstExample(task, language), edits: [] } });
  dismissLinkedTraining();
  setRun(LANE, { failure: { kind: "pairsMissing" } });
}

/** Starts a new worker after a failure, with the settings, the example and the pairs that the page holds. */
export function restartWorker(): void {
  const lane = laneOf(LANE);
  setLane(LANE, { run: restartRun(lane.run) });
  replaceWorker(lane.run.failure, weightsToRestart(lane));
}

/** Replaces the worker. The page drops the requests of the old worker, because it will never answer them. */
export function replaceWorker(failure: Failure | null, weights: "kept" | "fresh"): void {
  useApp.setState({ requests: [] });
  const { b } = useApp.getState().lanes;
  if (b) setRun("b", restartRun(b.run));
  setPairs({ corpora: [] });
  restartPort(failure);
  start(weights);
}

/**
 * The weights from which a new worker restores the current run. A trained run is kept on the device. A fresh run at
 * step 0 is not kept, but its seed gives the same weights again.
 */
export function weightsToRestart({ run, config }: Lane): "kept" | "fresh" {
  const { info, step, failure } = run;
  const isNew = info?.weights === "fresh" && step === 0 && !needsFreshModel(info.config, config);
  const replacesShipped = failure?.kind === "bakedMissing"; // the new worker may be able to load the shipped model
  return isNew && !replacesShipped ? "fresh" : "kept";
}
