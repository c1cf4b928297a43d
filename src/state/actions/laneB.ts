/** What lane B asks of the worker, and what it gets of the page's own requests. */
import type { Command, LaneId } from "../../workers/protocol";
import type { Served } from "../ports/lanePort";
import { schedule } from "../ports/workerPort";
import { areTooLarge, hasFixedB, showOf } from "../slices/comparison";
import { type Lane, neededUpdate } from "../slices/lane";
import { ofLane } from "../slices/requests";
import { hasFinished, type RunInfo, type RunState } from "../slices/run";
import { needsFreshModel } from "../../engine/setup/config";
import type { Show } from "../../engine/show";
import { type AppState, type ComparingState, isComparing, useApp, withRun } from "../store";
import { askLane } from "./ask";

type Weights = Extract<Command, { readonly type: "configure" }>["weights"];

/** B's Show for a new model, which has no earlier weights yet. */
function showOfNewModel(state: AppState): Show {
  return { ...showOf(state, "b"), weightsOf: "present" };
}

// --- models ---------------------------------------------------------------------------------------

/**
 * Asks for the model of lane B: the shipped one beside a shipped A, else fresh weights, because both lanes then train
 * on from the same update.
 */
export function askForB(weights?: Weights): void {
  const state = useApp.getState();
  if (!isComparing(state) || isTooLarge(state)) return;
  const { view, lanes } = state;
  if (view.pair === "earlier") return askForCopy();
  const { config } = lanes.b;
  const wanted = view.pair === "shipped" ? "baked" : (weights ?? weightsBeside(state));
  askLane("b", { type: "configure", config, weights: wanted, show: showOfNewModel(state) });
}

/** The weights from which a new worker restores B. Its last trace says whether it had trained. */
export function restartedWeights({ run }: Lane): "kept" | "fresh" {
  return run.trace?.trainedSteps === 0 ? "fresh" : "kept";
}

function isTooLarge({ lanes: { a, b } }: ComparingState): boolean {
  return areTooLarge(a.config, b.config, a.run.info);
}

function weightsBeside({ lanes, requests }: ComparingState): Weights {
  const { run } = lanes.a;
  const isRenewed = neededUpdate(lanes.a, ofLane(requests, "a")) === "configure";
  if (isRenewed || run.info?.weights === "baked") return "baked";
  return run.info === null ? "kept" : "fresh";
}

/** Asks for A's run as it was at the playhead. */
export function askForCopy(): void {
  const state = useApp.getState();
  if (!isComparing(state) || state.lanes.a.run.info === null) return;
  const { weightsOf } = showOf(state, "b");
  askLane("b", { type: "copyRun", of: "a", weightsOf, show: showOfNewModel(state) });
}

/** How long settings of B wait for a further change, in ms. */
const SETTLE_MS = 250;

/** Schedules the settings of B that the worker lacks. */
export function scheduleB(): void {
  if (neededByB() !== null) schedule("b", sendSettings, SETTLE_MS);
}

/** The update that B's worker needs; null: none, or B waits for the run of A. */
function neededByB(): ReturnType<typeof neededUpdate> {
  const state = useApp.getState();
  if (!isComparing(state) || state.view.pair === "earlier") return null;
  const { a, b } = state.lanes;
  if (b.config.task === "pairs" && a.run.info?.config.task !== "pairs") return null;
  return neededUpdate(b, ofLane(state.requests, "b"));
}

function sendSettings(): void {
  const { b } = useApp.getState().lanes;
  const missing = neededByB();
  if (missing === "configure") askForB();
  else if (missing === "adjust" && b) askLane("b", { type: "adjust", config: b.config });
}

/** Asks lane B to decode what the page shows. */
export function askToShow(): void {
  const state = useApp.getState();
  const { b } = state.lanes;
  if (!b || b.run.info === null || neededByB() === "configure") return; // the next model decodes it
  const show = showOf(state, "b");
  const wanted = state.view.pair === "earlier" ? { ...show, weightsOf: "present" as const } : show;
  askLane("b", { type: "show", show: wanted, runId: b.run.info.runId }, (now) => ({
    lanes: withRun(now, "b", { sourceProblem: null, refusedEdits: [] }),
  }));
}

export function pauseB(): void {
  if (useApp.getState().lanes.b?.run.status === "training") askLane("b", { type: "pause" });
}

export function sendTrainingViewToB(): void {
  askLane("b", { type: "watchTraining", view: useApp.getState().view.training });
}

// --- the page's requests --------------------------------------------------------------------------

/** What each lane is asked for where the page asks for this. In Compare most requests serve both lanes. */
export function serveBoth(command: Command): readonly Served[] {
  const state = useApp.getState();
  if (!isComparing(state)) return [{ lane: "a", command }];
  const b = commandForB(state, command);
  const served: Served[] = isForA(state, command) ? [{ lane: "a", command }] : [];
  return b ? [...served, { lane: "b", command: b }] : served;
}

function isForA(state: ComparingState, { type }: Command): boolean {
  return type !== "train" || trainable(state).includes("a");
}

/** The lanes that "train" serves: those that have not ended by themselves, or both. */
function trainable({ lanes, view }: ComparingState): readonly LaneId[] {
  const all: readonly (keyof typeof lanes)[] = hasFixedB(view.pair) ? ["a"] : ["a", "b"];
  const unfinished = all.filter((lane) => !hasFinished(lanes[lane].run));
  return unfinished.length > 0 ? unfinished : all;
}

/** The command that lane B gets with one for lane A; null: none. What B shows follows the page by itself. */
function commandForB(state: ComparingState, command: Command): Command | null {
  const { view, lanes } = state;
  switch (command.type) {
    case "train":
      return trainable(state).includes("b") ? command : null;
    case "trainOneStep":
    case "walkUpdate": // each lane walks its own update
    case "reset":
      return hasFixedB(view.pair) ? null : command;
    case "pause":
    case "watchTraining":
    case "evaluate":
    case "stopEvaluating":
      return command;
    case "undo":
    case "redo":
      return canMoveBoth(lanes.a.run, lanes.b.run, command.type) ? command : null;
    case "configure":
      return isForBoth(state) ? modelForB(state, command) : null;
    case "usePairs":
      return modelForB(state, command);
    case "adjust": // B sends its own settings
    case "show": // B follows the page
    case "useBest":
    case "saveModel":
    case "openModel":
    case "readParameters":
    case "roads":
    case "batch": // the acts name the lane that these two ask
    case "maps":
    case "exposure":
    case "followInWalk": // so does this one
    case "inspectPairs":
    case "cancelInspection":
    case "exportPairs":
    case "copyRun":
    case "close":
      return null;
    default:
      return command satisfies never;
  }
}

/** Whether a model request of A is one of B, too: the worker is new, or the student wants the shipped models. */
function isForBoth({ lanes, requests }: ComparingState): boolean {
  const isSame = neededUpdate(lanes.a, ofLane(requests, "a")) === null;
  return lanes.b.run.info === null || isSame;
}

function modelForB(
  state: ComparingState,
  command: Extract<Command, { readonly type: "configure" | "usePairs" }>,
): Command | null {
  const { view, lanes } = state;
  if (view.pair === "earlier" || isTooLarge(state)) return null; // B waits for the run of A
  const show = showOfNewModel(state);
  const { config } = lanes.b;
  if (command.type === "usePairs") return { ...command, config, show };
  const isStart = command.weights !== "baked";
  const weights = isStart ? restartedWeights(lanes.b) : command.weights;
  return { ...command, config, show, weights: view.pair === "shipped" ? "baked" : weights };
}

/** Whether undo or redo leaves the settings of both lanes as they are, as after a reset of both. */
function canMoveBoth(a: RunState, b: RunState, way: "undo" | "redo"): boolean {
  return [a.info, b.info].every((info) => info !== null && keepsSettings(info, way));
}

function keepsSettings(info: RunInfo, way: "undo" | "redo"): boolean {
  const other = info[way];
  return other !== null && !needsFreshModel(other.config, info.config);
}
