/** What the stage shows: an example, how it is decoded, and with whose weights. */
import {
  type Choosing,
  CHOOSING_NAMES,
  pastStep,
  type Show,
  type WeightsOf,
} from "../../engine/show";
import { firstExample } from "../slices/firstExample";
import { LAST_STEP, type ViewState } from "../slices/view";
import { LANE } from "../slices/lane";
import { laneOf, useApp, withRun } from "../store";
import { ask } from "./ask";

/** A decode seen to its end, with nothing of it selected. */
export const WHOLE: Partial<ViewState> = { step: LAST_STEP, column: null, playing: false };

/** The decode that is wanted; after a refused source it is about the example that is still on the stage. */
function wantedShow(): Show {
  const { show } = useApp.getState().view;
  const { sourceProblem, trace } = laneOf(LANE).run;
  return sourceProblem && trace ? { ...show, example: trace.show.example } : show;
}

/** What a model that is new to the page is to show: the same, by its present weights. */
export function showOfNewModel(): Show {
  return { ...wantedShow(), weightsOf: "present" };
}

/** Has the worker decode otherwise, in one act. */
function showOtherwise(change: Partial<Show>, view: Partial<ViewState> = { playing: false }): void {
  const wanted: Show = { ...wantedShow(), ...change };
  const { info } = laneOf(LANE).run;
  ask({ type: "show", show: wanted, runId: info?.runId ?? null }, (state) => ({
    view: { ...state.view, ...view, show: wanted },
    lanes: withRun(state, LANE, { sourceProblem: null }),
  }));
}

/** Puts a typed source on the stage, decoded to its end. */
export function typeSource(text: string): void {
  showOtherwise({ example: { kind: "typed", text } }, WHOLE);
}

/** Puts this held-out example on the stage, whole. */
export function showExample(index: number): void {
  showOtherwise({ example: { kind: "heldOut", index } }, WHOLE);
}

/** Puts the next held-out example on the stage, whole. */
export function nextExample(): void {
  const { example } = useApp.getState().view.show;
  const count = laneOf(LANE).run.info?.heldOutExamples ?? Infinity; // the worker goes round by itself
  showExample(example.kind === "heldOut" ? (example.index + 1) % count : 0);
}

/** Begins with the first example of the lane's task. */
export function showFirstExample(): void {
  const { view } = useApp.getState();
  showOtherwise({ example: firstExample(laneOf(LANE).config.task, view.language) }, WHOLE);
}

/** Feeds the truth, or no longer. */
export function setTeacherForcing(isTruthFed: boolean): void {
  showOtherwise({ feeding: isTruthFed ? "truth" : "own" });
}

/** Changes how the decode on show chooses its tokens. */
export function choose(change: Partial<Choosing>): void {
  const { choosing } = useApp.getState().view.show;
  const chosen = { ...choosing, ...change };
  if (CHOOSING_NAMES.some((name) => chosen[name] !== choosing[name]))
    showOtherwise({ choosing: chosen }, {});
}

/** Looks back at an earlier update, or at the present again. */
export function lookBack(weightsOf: WeightsOf): void {
  const { show: now } = useApp.getState().view;
  const isSame = pastStep(now) === pastStep({ ...now, weightsOf });
  if (laneOf(LANE).run.info !== null && !isSame) showOtherwise({ weightsOf });
}
