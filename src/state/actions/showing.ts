/** Acts that change the Show: the example, how the worker decodes it, and with which weights. */
import {
  type Choosing,
  CHOOSING_NAMES,
  isSameExample,
  pastStep,
  type Show,
  type WeightsOf,
} from "../../engine/show";
import type { Edit } from "../../engine/edits/edit";
import type { Beside } from "../../engine/beside";
import type { LaneId } from "../../workers/protocol";
import { firstExample } from "../slices/firstExample";
import { snapshotUpTo } from "../slices/run";
import { isPlayheadOfB, LAST_STEP, type ViewState } from "../slices/view";
import { LANE } from "../slices/lane";
import { laneOf, setView, useApp, withRun } from "../store";
import { ask, askLane } from "./ask";
import { watchTraining } from "./watching";

/** The view of a whole decode, with no step or column selected. */
export const WHOLE_DECODE: Partial<ViewState> = {
  step: LAST_STEP,
  reached: LAST_STEP,
  column: null,
  playing: false,
};

/** The Show that a change starts from. After a rejected source it names the example that is still on the stage. */
export function baseShow(): Show {
  const { show } = useApp.getState().view;
  const { sourceProblem, trace } = laneOf(LANE).run;
  if (!sourceProblem || !trace) return show;
  const { example, edits } = trace.show;
  return { ...show, example, edits };
}

/** The Show for a new model: the same decode, with the model's current weights. */
export function showOfNewModel(): Show {
  return { ...baseShow(), weightsOf: "present" };
}

/** Changes the Show and sends it to the worker. Another example replaces the draft, and is shown whole. */
function changeShow(change: Partial<Show>, view: Partial<ViewState> = { playing: false }): void {
  const base = baseShow();
  const isOther = change.example && !isSameExample(change.example, base.example);
  const wanted: Show = { ...base, ...(isOther && { edits: [] }), ...change };
  const { info } = laneOf(LANE).run;
  const replaced = change.example ? { draft: null } : {};
  const whole = change.example ? WHOLE_DECODE : {};
  ask({ type: "show", show: wanted, runId: info?.runId ?? null }, (state) => ({
    ...replaced,
    view: { ...state.view, ...view, ...whole, show: wanted },
    lanes: withRun(state, LANE, { sourceProblem: null, refusedEdits: [] }),
  }));
}

/** Puts a text into the source box without decoding it; null: the source of the decode. */
export const draftSource = (text: string | null): void => useApp.setState({ draft: text });

/** The draft as an example. The acts of the player decode it first, so that they act on what the box shows. */
function draftedExample(): Partial<Pick<Show, "example">> {
  const { draft } = useApp.getState();
  return draft === null ? {} : { example: { kind: "typed", text: draft } };
}

/** Decodes the draft of the source box, if there is one. */
export function decodeDraft(): void {
  const drafted = draftedExample();
  if (drafted.example) changeShow(drafted);
}

/** Puts a typed source on the stage, decoded to its end. */
export function typeSource(text: string): void {
  changeShow({ example: { kind: "typed", text } });
}

/** Decodes with these edits. The selection and the playback stay as they are. */
export function replaceEdits(edits: readonly Edit[]): void {
  changeShow({ edits }, {});
}

/** Decodes as this Show says, to its end. */
export function replaceShow(show: Show): void {
  changeShow(show, WHOLE_DECODE);
}

export function showExample(index: number): void {
  changeShow({ example: { kind: "heldOut", index } });
}

export function nextExample(): void {
  const { example } = useApp.getState().view.show;
  const count = laneOf(LANE).run.info?.heldOutExamples ?? Infinity; // the worker takes the index modulo the count
  showExample(example.kind === "heldOut" ? (example.index + 1) % count : 0);
}

/** Puts the first example of the lane's task on the stage. */
export function showFirstExample(): void {
  const { view } = useApp.getState();
  const example = firstExample(laneOf(LANE).config.task, view.language);
  changeShow({ example, edits: [] }); // the example before may have the same number in another task
}

/** During training the choice is between the rows of the expected answer and the model's own. */
export function setTeacherForcing(isTruthFed: boolean): void {
  const { view, draft } = useApp.getState();
  const { show } = view;
  const isTraining = laneOf(LANE).run.status === "training";
  if (isTraining) watchTraining({ rows: isTruthFed ? "expected" : "shown" });
  if (!isTraining || draft !== null || (show.feeding === "truth" && !isTruthFed))
    changeShow({ ...draftedExample(), ...fed(show, isTruthFed) });
}

/** With the other input, free and forced change places: what stood on the stage stands beside. */
function fed({ beside }: Show, isTruthFed: boolean): Pick<Show, "feeding" | "beside"> {
  const isSame = beside === (isTruthFed ? "forced" : "free");
  const other = isTruthFed ? "free" : "forced";
  return { feeding: isTruthFed ? "truth" : "own", beside: isSame ? other : beside };
}

/** Puts another decode of the example beside the shown one. The selection and the playback stay as they are. */
export function showBeside(beside: Beside): void {
  if (useApp.getState().view.show.beside !== beside) changeShow({ beside }, {});
}

/** Changes how the decode chooses its tokens. */
export function choose(change: Partial<Choosing>): void {
  const { choosing } = useApp.getState().view.show;
  const chosen = { ...choosing, ...change };
  if (CHOOSING_NAMES.some((name) => chosen[name] !== choosing[name]))
    changeShow({ ...draftedExample(), choosing: chosen }, {});
}

/** Asks the worker for the weights that made the trace of a lane. */
export function readParameters(lane: LaneId): void {
  const { show } = laneOf(lane).run.trace ?? useApp.getState().view;
  askLane(lane, { type: "readParameters", weightsOf: show.weightsOf });
}

/**
 * Moves the playhead of the timeline. The stage shows the weights of the newest snapshot up to it, and a model without
 * snapshots its present weights.
 */
export function lookBack(to: WeightsOf): void {
  setView({ replaying: false });
  movePlayhead(to);
}

/** Moves the playhead, and leaves the replay on. */
export function movePlayhead(to: WeightsOf): void {
  const { run } = laneOf(LANE);
  const playhead = to === "present" ? null : to.step;
  const snapshot = playhead === null ? null : snapshotUpTo(run.snapshots, playhead);
  const weightsOf: WeightsOf = snapshot === null ? "present" : { step: snapshot };
  setView({ playhead });
  const { view } = useApp.getState();
  if (isPlayheadOfB(view)) return; // lane B follows it
  const { show: now } = view;
  const isSame = pastStep(now) === pastStep({ ...now, weightsOf });
  if (run.info !== null && !isSame) changeShow({ weightsOf });
}
