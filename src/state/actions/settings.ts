/** Changes the lane's settings and sends them to the worker. */
import { type Config, DEFAULT_CONFIG, needsFreshModel } from "../../engine/setup/config";
import { GREEDY } from "../../engine/show";
import { withNetwork } from "../../engine/setup/usualRate";
import { withTask } from "../../engine/tasks/difficulty";
import { schedule } from "../ports/workerPort";
import { firstExample } from "../slices/firstExample";
import { hasWorker, LANE, neededUpdate } from "../slices/lane";
import { dismissLinkedTraining } from "../slices/linkedTraining";
import { ofLane } from "../slices/requests";
import { laneOf, setLane, setRun, setView, useApp } from "../store";
import { ask } from "./ask";
import { lacksPairs, sendUsedPairs } from "./pairsInUse";
import { choose, draftSource, showFirstExample, showOfNewModel, WHOLE_DECODE } from "./showing";

/** How long settings wait for a further change before the page sends them. A fresh model is expensive to build. */
const SETTLE_MS = { configure: 250, adjust: 80 };

/** Changes settings. The page sends them once no further change has come for a moment. */
export function configure(change: Partial<Config>): void {
  const { config: before } = laneOf(LANE);
  const isOtherTask = change.task !== undefined && change.task !== before.task;
  const begun = withNetwork(before, change.network ?? before.network);
  const config = { ...(isOtherTask ? withTask(begun, change.task) : begun), ...change };
  setLane(LANE, { config });
  if (needsFreshModel(before, config)) dismissLinkedTraining(); // the link speaks of another model
  if (config.task !== before.task) {
    if (isModelRequested()) showFirstExample();
    else setFirstExample(config.task);
  }
  scheduleSettings();
}

/** Whether the worker has the model of the lane's settings, or a request for it. */
function isModelRequested(): boolean {
  const { requests } = useApp.getState();
  return hasWorker(laneOf(LANE), ofLane(requests, LANE)) && neededUpdateNow() !== "configure";
}

/** Resets all settings except the task, and the choice of tokens. A new model decodes with it at once. */
export function resetSettings(): void {
  configure(withTask(DEFAULT_CONFIG, laneOf(LANE).config.task));
  const { show } = useApp.getState().view;
  if (neededUpdateNow() === "configure") setView({ show: { ...show, choosing: GREEDY } });
  else choose(GREEDY);
}

/** Puts the first example of a task into the view. The next model decodes it. */
function setFirstExample(task: Config["task"]): void {
  const { show, language } = useApp.getState().view;
  setView({ ...WHOLE_DECODE, show: { ...show, example: firstExample(task, language), edits: [] } });
  draftSource(null);
  setRun(LANE, { sourceProblem: null });
}

/** Schedules the settings that the worker lacks. Without a worker it does nothing, because `start` sends them. */
export function scheduleSettings(): void {
  const missing = neededUpdateNow();
  const { requests } = useApp.getState();
  if (!hasWorker(laneOf(LANE), ofLane(requests, LANE))) return;
  schedule(LANE, sendSettings, SETTLE_MS[missing ?? "adjust"]);
}

function neededUpdateNow(): ReturnType<typeof neededUpdate> {
  return neededUpdate(laneOf(LANE), ofLane(useApp.getState().requests, LANE));
}

/** Whether the controls show settings that the page has not sent yet. */
export function hasUnsentSettings(): boolean {
  return neededUpdateNow() !== null;
}

function sendSettings(): void {
  const missing = neededUpdateNow();
  if (missing === null) return;
  const { config } = laneOf(LANE);
  if (missing === "adjust") return ask({ type: "adjust", config });
  if (config.task === "pairs" && lacksPairs()) return sendUsedPairs();
  askForModel("baked");
}

export function askForModel(weights: "kept" | "baked" | "fresh"): void {
  const { config } = laneOf(LANE);
  ask({ type: "configure", config, weights, show: showOfNewModel() });
}

/** Shows the shipped model. */
export const showTrainedModel = (): void => askForModel("baked");
