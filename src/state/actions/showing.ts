/** Acts that change the Show: the example, how the worker decodes it, and with which weights. */
import {
  type Choosing,
  CHOOSING_NAMES,
  pastStep,
  type Show,
  type WeightsOf,
} from "../../engine/show";
import { firstExample } from "../slices/firstExample";
import { snapshotUpTo } from "../slices/run";
import { LAST_STEP, type ViewState } from "../slices/view";
import { LANE } from "../slices/lane";
import { laneOf, setView, useApp, withRun } from "../store";
import { ask } from "./ask";
import { watchTraining } from "./training";

/** The view of a whole decode, with no step or column selected. */
export const WHOLE_DECODE: Partial<ViewState> = {
  step: LAST_STEP,
  reached: LAST_STEP,
  column: null,
  playing: false,
};

/** The Show that a change starts from. After a rejected source it names the example that is still on the stage. */
function baseShow(): Show {
  const { show } = useApp.getState().view;
  const { sourceProblem, trace } = laneOf(LANE).run;
  return sourceProblem && trace ? { ...show, example: trace.show.example } : show;
}

/** The Show for a new model: the same decode, with the model's current weights. */
export function showOfNewModel(): Show {
  return { ...baseShow(), weightsOf: "present" };
}

/** Changes the Show and sends it to the worker. */
function changeShow(change: Partial<Show>, view: Partial<ViewState> = { playing: false }): void {
  const wanted: Show = { ...baseShow(), ...change };
  const { info } = laneOf(LANE).run;
  ask({ type: "show", show: wanted, runId: info?.runId ?? null }, (state) => ({
    view: { ...state.view, ...view, show: wanted },
    lanes: withRun(state, LANE, { sourceProblem: null }),
  }));
}

/** Puts a typed source on the stage, decoded to its end. */
export function typeSource(text: string): void {
  changeShow({ example: { kind: "typed", text } }, WHOLE_DECODE);
}

/** Decodes as this Show says, to its end. */
export function replaceShow(show: Show): void {
  changeShow(show, WHOLE_DECODE);
}

export function showExample(index: number): void {
  changeShow({ example: { kind: "heldOut", index } }, WHOLE_DECODE);
}

export function nextExample(): void {
  const { example } = useApp.getState().view.show;
  const count = laneOf(LANE).run.info?.heldOutExamples ?? Infinity; // the worker takes the index modulo the count
  showExample(example.kind === "heldOut" ? (example.index + 1) % count : 0);
}

/** Puts the first example of the lane's task on the stage. */
export function showFirstExample(): void {
  const { view } = useApp.getState();
  changeShow({ example: firstExample(laneOf(LANE).config.task, view.language) }, WHOLE_DECODE);
}

/** During training the choice is between the rows of the expected answer and the model's own. */
export function setTeacherForcing(isTruthFed: boolean): void {
  const { show } = useApp.getState().view;
  const isTraining = laneOf(LANE).run.status === "training";
  if (isTraining) watchTraining({ rows: isTruthFed ? "expected" : "shown" });
  if (!isTraining || (show.feeding === "truth" && !isTruthFed))
    changeShow({ feeding: isTruthFed ? "truth" : "own" });
}

/** Changes how the decode chooses its tokens. */
export function choose(change: Partial<Choosing>): void {
  const { choosing } = useApp.getState().view.show;
  const chosen = { ...choosing, ...change };
  if (CHOOSING_NAMES.some((name) => chosen[name] !== choosing[name]))
    changeShow({ choosing: chosen }, {});
}

/**
 * Moves the playhead of the timeline. The stage shows the weights of the newest snapshot up to it, and a model without
 * snapshots its present weights.
 */
export function lookBack(to: WeightsOf): void {
  const { run } = laneOf(LANE);
  const playhead = to === "present" ? null : to.step;
  const snapshot = playhead === null ? null : snapshotUpTo(run.snapshots, playhead);
  const weightsOf: WeightsOf = snapshot === null ? "present" : { step: snapshot };
  setView({ playhead });
  const { show: now } = useApp.getState().view;
  const isSame = pastStep(now) === pastStep({ ...now, weightsOf });
  if (run.info !== null && !isSame) changeShow({ weightsOf });
}
