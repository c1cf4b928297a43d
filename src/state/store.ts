/** The page's store: lanes, requests, view, lesson, own pairs, model file and acts. A second store is for computing. */
import { create } from "zustand";
import type { Trace } from "../engine/results/trace";
import type { LaneId, RequestId } from "../workers/protocol";
import type { Act } from "./slices/actLog";
import { type ComputingState, INITIAL_COMPUTING } from "./slices/backendMeasurements";
import type { EditsBefore } from "./slices/editHistory";
import type { Film } from "./slices/film";
import { INITIAL_LANE, type Lane } from "./slices/lane";
import type { LengthTimes } from "./slices/lengthTimes";
import { INITIAL_LESSON, type LessonState } from "./slices/lesson";
import { INITIAL_MODEL_FILE, type ModelFileState } from "./slices/modelFile";
import { INITIAL_PAIRS, type PairsState } from "./slices/pairs";
import { ofLane, type Requests } from "./slices/requests";
import type { RunState } from "./slices/run";
import { INITIAL_VIEW, type ViewState } from "./slices/view";
import { walkedTrace } from "./slices/walk";

/** A page has lane "a". A page that compares also has lane "b". */
export type Lanes = { readonly a: Lane } & Readonly<Partial<Record<LaneId, Lane>>>;

export interface AppState {
  readonly lanes: Lanes;
  readonly requests: Requests;
  /** The id of the latest request. Ids count up. */
  readonly lastRequest: RequestId;
  readonly view: ViewState;
  /** The text in the source box where it is not decoded yet; null: the box shows the source of the decode. */
  readonly draft: string | null;
  readonly lesson: LessonState;
  /** What undo brings back: the edits before each act on them, the latest last. */
  readonly editHistory: readonly EditsBefore[];
  readonly film: Film;
  /** Null: not timed since the page was opened. */
  readonly lengthTimes: LengthTimes | null;
  readonly pairs: PairsState;
  readonly modelFile: ModelFileState;
  /** The log of acts, the latest last. */
  readonly acts: readonly Act[];
}

export const INITIAL_STATE: AppState = {
  lanes: { a: INITIAL_LANE },
  requests: [],
  lastRequest: 0,
  view: INITIAL_VIEW,
  draft: null,
  lesson: INITIAL_LESSON,
  editHistory: [],
  film: null,
  lengthTimes: null,
  pairs: INITIAL_PAIRS,
  modelFile: INITIAL_MODEL_FILE,
  acts: [],
};

export const useApp = create<AppState>()(() => INITIAL_STATE);

/** A separate store, because `initialise` resets the other one. */
export const useComputing = create<ComputingState>()(() => INITIAL_COMPUTING);

/**
 * The lane in this state.
 * @throws if the page has no such lane
 */
export function laneIn({ lanes }: Pick<AppState, "lanes">, id: LaneId): Lane {
  const lane = lanes[id];
  if (!lane) throw new Error(`store: the page has no lane "${id}"`);
  return lane;
}

/** The trace that the stage of a lane shows: in a walk through an update, that of the followed example. */
export function shownTrace(state: AppState, id: LaneId): Trace | null {
  const lane = laneIn(state, id);
  return walkedTrace(state.view, lane, ofLane(state.requests, id)) ?? lane.run.trace;
}

/** The lane in the current state. */
export function laneOf(id: LaneId): Lane {
  return laneIn(useApp.getState(), id);
}

/** The page while it shows two lanes side by side. */
export type ComparingState = AppState & { readonly lanes: { readonly a: Lane; readonly b: Lane } };

export function isComparing(state: AppState): state is ComparingState {
  return state.view.mode === "compare" && state.lanes.b !== undefined;
}

/** The longest of the traces on show: of lane A, and of lane B in a comparison. */
export function longestTrace(state: AppState): Trace | null {
  const [a, b] = [shownTrace(state, "a"), isComparing(state) ? shownTrace(state, "b") : null];
  return b && b.steps.length > (a?.steps.length ?? 0) ? b : a;
}

export function setLane(id: LaneId, change: Partial<Lane>): void {
  useApp.setState((state) => ({
    lanes: { ...state.lanes, [id]: { ...laneIn(state, id), ...change } },
  }));
}

/** The lanes with one lane's run changed. */
export function withRun(state: AppState, id: LaneId, change: Partial<RunState>): Lanes {
  const lane = laneIn(state, id);
  return { ...state.lanes, [id]: { ...lane, run: { ...lane.run, ...change } } };
}

export function setRun(id: LaneId, change: Partial<RunState>): void {
  useApp.setState((state) => ({ lanes: withRun(state, id, change) }));
}

/** Changes the view. What changes nothing leaves the view the same object, so that the link stays as it is. */
export function setView(change: Partial<ViewState>): void {
  const { view } = useApp.getState();
  const names = Object.keys(change) as (keyof ViewState)[];
  if (names.some((name) => change[name] !== view[name]))
    useApp.setState({ view: { ...view, ...change } });
}

export function setPairs(change: Partial<PairsState>): void {
  useApp.setState(({ pairs }) => ({ pairs: { ...pairs, ...change } }));
}
