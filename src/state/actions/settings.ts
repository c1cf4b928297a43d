/** The lane's settings on their way to the worker. */
import { type Config, DEFAULT_CONFIG } from "../../engine/setup/config";
import { GREEDY } from "../../engine/show";
import { withTask } from "../../engine/tasks/difficulty";
import { schedule } from "../ports/workerPort";
import { firstExample } from "../slices/firstExample";
import { hasWorker, LANE, lag } from "../slices/lane";
import { ofLane } from "../slices/requests";
import { laneOf, setLane, setRun, setView, useApp } from "../store";
import { ask } from "./ask";
import { lacksPairs, sendUsedPairs } from "./pairsInUse";
import { choose, showFirstExample, showOfNewModel, WHOLE } from "./showing";

/** How long settings wait for the next change before they leave: a fresh model is dear, the rest cheap. */
const SETTLE_MS = { configure: 250, adjust: 80 };

/** Changes settings; once they have settled the worker is sent what it needs of them. */
export function configure(change: Partial<Config>): void {
  const { config: before } = laneOf(LANE);
  const isOtherTask = change.task !== undefined && change.task !== before.task;
  const config = { ...(isOtherTask ? withTask(before, change.task) : before), ...change };
  setLane(LANE, { config });
  if (config.task !== before.task) {
    if (isModelTold()) showFirstExample();
    else takeFirstExample(config.task);
  }
  scheduleSettings();
}

/** Whether the worker has the model of the lane's settings, or has been asked for it: no other is to come. */
function isModelTold(): boolean {
  const { requests } = useApp.getState();
  return hasWorker(laneOf(LANE), ofLane(requests, LANE)) && lagNow() !== "configure";
}

/** Sets all settings back, and how a decode chooses its tokens; the task stays. A model that is to come decodes so at once. */
export function resetSettings(): void {
  configure(withTask(DEFAULT_CONFIG, laneOf(LANE).config.task));
  const { show } = useApp.getState().view;
  if (lagNow() === "configure") setView({ show: { ...show, choosing: GREEDY } });
  else choose(GREEDY);
}

/** The first example of a task is wanted; the model that comes decodes it. */
function takeFirstExample(task: Config["task"]): void {
  const { show, language } = useApp.getState().view;
  setView({ ...WHOLE, show: { ...show, example: firstExample(task, language) } });
  setRun(LANE, { sourceProblem: null });
}

/** Has the worker told of the settings that it lacks; without a worker `start` tells it. */
export function scheduleSettings(): void {
  const missing = lagNow();
  const { requests } = useApp.getState();
  if (!hasWorker(laneOf(LANE), ofLane(requests, LANE))) return;
  schedule(LANE, sendSettings, SETTLE_MS[missing ?? "adjust"]);
}

function lagNow(): ReturnType<typeof lag> {
  return lag(laneOf(LANE), ofLane(useApp.getState().requests, LANE));
}

/** Whether the controls show what the worker has not been told of. */
export function isAhead(): boolean {
  return lagNow() !== null;
}

function sendSettings(): void {
  const missing = lagNow();
  if (missing === null) return;
  const { config } = laneOf(LANE);
  if (missing === "adjust") return ask({ type: "adjust", config });
  if (config.task === "pairs" && lacksPairs()) return sendUsedPairs();
  askForModel("baked");
}

/** Asks for a model with the lane's settings. */
export function askForModel(weights: "kept" | "baked" | "fresh"): void {
  const { config } = laneOf(LANE);
  ask({ type: "configure", config, weights, show: showOfNewModel() });
}

/** Shows the model that was trained before the page was published. */
export const showTrainedModel = (): void => askForModel("baked");
