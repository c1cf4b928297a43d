/** The page's one store: run, view and settings, and the actions that change them. */
import { create } from "zustand";
import { DEFAULT_CONFIG, needsFreshModel, type Config } from "../engine/config";
import type { Trace } from "../engine/trace";
import type { Command, Event, ExampleChoice } from "../workers/protocol";
import { INITIAL_RUN, reduceRun, type RunState } from "./run";
import { clampStep, SPEEDS, type Language, type Theme, type ViewState } from "./view";

export interface AppState {
  readonly config: Config;
  readonly run: RunState;
  readonly view: ViewState;
}

const INITIAL_VIEW: ViewState = {
  step: Number.MAX_SAFE_INTEGER, // the last step, whatever the first trace's length
  column: null,
  playing: false,
  stepsPerSecond: SPEEDS.initial,
  teacherForcing: false,
  example: { kind: "heldOut", index: 0 },
  language: "en",
  theme: "light",
};

export const useApp = create<AppState>()(() => ({
  config: DEFAULT_CONFIG,
  run: INITIAL_RUN,
  view: INITIAL_VIEW,
}));

let send: (command: Command) => void = () => {
  throw new Error("app: no worker is connected yet");
};

/** Gives the actions their way to the worker; the composition root calls it. */
export function connect(sender: (command: Command) => void): void {
  send = sender;
}

/** Takes one event of the worker into the state. */
export function receive(event: Event): void {
  useApp.setState((state) => ({ run: reduceRun(state.run, event) }));
}

/** Shows a trace that was shipped with the page, before any worker is up. */
export function showBakedTrace(trace: Trace, example: ExampleChoice): void {
  useApp.setState((state) =>
    state.run.trace ? state : { run: { ...state.run, trace, tracedExample: example } },
  );
}

function setView(change: Partial<ViewState>): void {
  useApp.setState((state) => ({ view: { ...state.view, ...change } }));
}

// --- training -------------------------------------------------------------------------------------

export const train = (): void => send({ type: "train" });
export const pause = (): void => send({ type: "pause" });
export const trainOneStep = (): void => send({ type: "trainOneStep" });
export const resetModel = (): void => send({ type: "reset" });
export const undo = (): void => send({ type: "undo" });

/** Shows the model that was trained before the page was published. */
export function showTrainedModel(): void {
  send({ type: "configure", config: useApp.getState().config, weights: "baked" });
}

/** Changes settings; the worker hears only of what it needs, a fresh model or an adjustment of the run. */
export function configure(change: Partial<Config>): void {
  const { config: before } = useApp.getState();
  const config = { ...before, ...change };
  useApp.setState({ config });
  if (needsFreshModel(before, config)) send({ type: "configure", config, weights: "baked" });
  else send({ type: "adjust", config });
}

export const inspectPairs = (command: Omit<Extract<Command, { type: "inspectPairs" }>, "type">): void =>
  send({ type: "inspectPairs", ...command });

/** Starts a fresh model on the pairs of an inspection that came out usable. */
export function usePairs(requestId: number): void {
  const config: Config = { ...useApp.getState().config, task: "pairs" };
  useApp.setState({ config });
  send({ type: "usePairs", requestId, config });
}

// --- decoding -------------------------------------------------------------------------------------

function decode(change: Partial<Pick<ViewState, "example" | "teacherForcing">>): void {
  setView({ ...change, playing: false });
  const { example, teacherForcing } = useApp.getState().view;
  send({ type: "decode", example, teacherForcing });
}

export const typeSource = (text: string): void => decode({ example: { kind: "typed", text } });
export const setTeacherForcing = (teacherForcing: boolean): void => decode({ teacherForcing });

/** Puts the next held-out example on the stage, whole. */
export function nextExample(): void {
  const { view, run } = useApp.getState();
  const count = run.info?.heldOutExamples ?? 1;
  const index = view.example.kind === "heldOut" ? (view.example.index + 1) % count : 0;
  setView({ step: Number.MAX_SAFE_INTEGER, column: null });
  decode({ example: { kind: "heldOut", index } });
}

// --- the selected pair (t, s) and playback ----------------------------------------------------------

/** Selects a decoder step, and a column where one is named. */
export function select(step: number, column: number | null = null): void {
  setView({ step: clampStep(useApp.getState().run.trace, step), column });
}

export function setPlaying(playing: boolean): void {
  setView({ playing });
}

export const setSpeed = (stepsPerSecond: number): void => setView({ stepsPerSecond });
export const setLanguage = (language: Language): void => setView({ language });
export const setTheme = (theme: Theme): void => setView({ theme });

