/** Keeps lane B in step with the page: its settings follow those of A, and it shows what A shows. */
import type { Show } from "../../engine/show";
import { setServe } from "../ports/lanePort";
import { differingFields, followedSettings, pairSettings, showOf } from "../slices/comparison";
import { isAsked, modelRequest, ofLane } from "../slices/requests";
import { restartRun } from "../slices/run";
import { isPlayheadOfB } from "../slices/view";
import {
  type AppState,
  type ComparingState,
  isComparing,
  setLane,
  setRun,
  setView,
  useApp,
} from "../store";
import { showBeside } from "./showing";
import {
  askForB,
  askForCopy,
  askToShow,
  pauseB,
  restartedWeights,
  scheduleB,
  sendTrainingViewToB,
  serveBoth,
} from "./laneB";

let isFollowing = false;

/** Begins to keep lane B in step, once for the page. Without a lane B it does nothing. */
export function followA(): void {
  if (isFollowing) return;
  isFollowing = true;
  setServe(serveBoth);
  useApp.subscribe(follow);
}

function follow(state: AppState, before: AppState): void {
  endBeside(state);
  if (!state.lanes.b || !before.lanes.b) return; // the act that opens lane B asks for its model
  const [{ config, run }, was] = [state.lanes.a, before.lanes.a];
  const isNewRun = run.info?.runId !== was.run.info?.runId;
  if (config !== was.config || isNewRun) followSettings(before);
  if (isNewRun) followPairs(before);
  if (state.view.mode !== before.view.mode) return isComparing(state) ? enter() : leave(before);
  if (isComparing(state) && isComparing(before)) followShown(state, before, isNewRun);
}

/** The model beside A takes the place of a second decode of A, which would be a third one. */
function endBeside(state: AppState): void {
  if (isComparing(state) && state.view.show.beside !== "none") showBeside("none");
}

// --- settings -------------------------------------------------------------------------------------

/** B keeps its pair as long as A's settings fit it, else its differences. */
function followSettings({ lanes: { a: was } }: AppState): void {
  const { lanes, view } = useApp.getState();
  const { a, b } = lanes;
  if (!b) return;
  const pair = view.pair && pairSettings(view.pair, a.config, a.run.info);
  const isPair = pair !== null && differingFields(pair.a, a.config).length === 0;
  const isKnown = isPair && a.run.info !== null; // only then are the vocabularies known
  const config = isKnown ? pair.b : followedSettings(was.config, a.config, b.config);
  if (!isPair && view.pair) setView({ pair: null });
  if (differingFields(config, b.config).length > 0) setLane("b", { config });
  scheduleB();
}

/** Drops the model of B where A has come to other pairs of the user's own without a request that B got, too. */
function followPairs({ requests }: AppState): void {
  const { lanes } = useApp.getState();
  const isOther = isAsked(ofLane(requests, "a"), "undo", "redo", "openModel");
  if (!isOther || !lanes.b || lanes.a.run.info?.config.task !== "pairs") return;
  setRun("b", { ...restartRun(lanes.b.run), backend: lanes.a.run.backend });
  askForB();
}

// --- the mode -------------------------------------------------------------------------------------

/** Shows lane B again. Its first model may be the run that this tab kept. */
function enter(): void {
  const { lanes, requests } = useApp.getState();
  sendTrainingViewToB();
  const isNew = lanes.b?.run.info === null && modelRequest(ofLane(requests, "b")) === null;
  if (isNew) return askForB(restartedWeights(lanes.b));
  scheduleB();
  askToShow();
}

/** A lane out of sight does not train, and the playhead is A's again. */
function leave({ view }: AppState): void {
  pauseB();
  if (isPlayheadOfB(view)) setView({ playhead: null });
}

// --- what B shows ---------------------------------------------------------------------------------

function followShown(state: ComparingState, before: ComparingState, isNewRun: boolean): void {
  if (state.lanes.b.run.info?.runId !== before.lanes.b.run.info?.runId) scheduleB();
  const isMoved = state.view.playhead !== before.view.playhead;
  if (isPlayheadOfB(state.view) && (isNewRun || isMoved)) return askForCopy();
  const isSameView =
    state.view === before.view &&
    state.lanes.a.run.sourceProblem === before.lanes.a.run.sourceProblem;
  if (isSameView || isSameShow(showOf(state, "b"), showOf(before, "b"))) return;
  askToShow();
}

/** Both are plain data. */
function isSameShow(a: Show, b: Show): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
