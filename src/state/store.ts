/** The page's one store: settings, run and view, their actions, and what takes the worker's events into it. */
import { create } from "zustand";
import { DEFAULT_CONFIG, needsFreshModel, type Config } from "../engine/setup/config";
import { withTask } from "../engine/tasks/difficulty";
import type { Language } from "../languages";
import type { Command, Event, Failure } from "../workers/protocol";
import { INITIAL_EVALUATION, reduceEvaluation, type EvaluationState } from "./slices/evaluation";
import { firstExample } from "./slices/firstExample";
import { post, schedule, setLink } from "./ports/workerPort";
import {
  INITIAL_MODEL_FILE,
  reduceModelFile,
  type FileErrand,
  type ModelFileState,
} from "./slices/modelFile";
import {
  corpusOf,
  INITIAL_PAIRS,
  readingOf,
  reducePairs,
  refuseTooLarge,
  type PairsState,
} from "./slices/pairs";
import { remember } from "./ports/preferences";
import { INITIAL_RUN, reduceRun, type RunState } from "./slices/run";
import { isAhead, isRefusal, type Settings, settingsAfter } from "./slices/settings";
import { clampStep, INITIAL_VIEW, LAST_STEP, type Theme, type ViewState } from "./slices/view";

export interface AppState extends Settings {
  readonly run: RunState;
  readonly view: ViewState;
  readonly pairs: PairsState;
  readonly modelFile: ModelFileState;
  readonly evaluation: EvaluationState;
}

const INITIAL_STATE: AppState = {
  config: DEFAULT_CONFIG,
  sent: null,
  awaited: null,
  base: DEFAULT_CONFIG,
  run: INITIAL_RUN,
  view: INITIAL_VIEW,
  pairs: INITIAL_PAIRS,
  modelFile: INITIAL_MODEL_FILE,
  evaluation: INITIAL_EVALUATION,
};

export const useApp = create<AppState>()(() => INITIAL_STATE);

/** The state of a page just opened, with what its link says; the composition root calls it before anything else. */
export function initialise(config: Config, view: Partial<ViewState>): void {
  setLink(null);
  const example = firstExample(config.task, view.language ?? INITIAL_VIEW.language);
  useApp.setState({ ...INITIAL_STATE, config, view: { ...INITIAL_VIEW, example, ...view } });
}

/** Gives the actions their way to the worker; the composition root calls it. */
export function connect(
  send: (command: Command) => void,
  restart: (failure: Failure | null) => void = () => undefined,
): void {
  setLink({ send, restart });
}

/**
 * Asks a new worker for the model and the example that the page wants.
 * @param weights "kept" ends at a shipped model where there is one, "fresh" never does
 */
export function start(weights: "kept" | "fresh" = "kept"): void {
  doWithoutMissingPairs();
  const { config, view } = useApp.getState();
  awaitModel(config);
  post({ type: "configure", config, weights });
  post({ type: "decode", example: view.example, teacherForcing: view.teacherForcing });
}

/** Notes that the worker is being asked for a model with these settings. */
function awaitModel(config: Config): void {
  useApp.setState({ sent: config, awaited: config, base: config });
}

/** A link to pairs that only its author has: show a task that needs none, and say so. */
function doWithoutMissingPairs(): void {
  const { config, pairs, run } = useApp.getState();
  if (config.task !== "pairs" || pairs.used !== null) return;
  useApp.setState({
    config: { ...config, task: DEFAULT_CONFIG.task },
    run: { ...run, failure: { kind: "pairsMissing" } },
  });
}

/** Takes one event of the worker into the state. */
export function receive(event: Event): void {
  const before = useApp.getState();
  if (isUnwantedRejection(before.view, event)) return;
  const settings = settingsAfter(before, event, before.run);
  const pairs = takeEvent(before, event);
  const modelFile = reduceModelFile(before.modelFile, event);
  const evaluation = reduceEvaluation(before.evaluation, event, before.run);
  const run = reduceRun(before.run, event);
  useApp.setState({ ...settings, run, pairs, modelFile, evaluation });
  // The worker has dropped the example along with its task, or with its pairs.
  const isOtherTask = settings.config && settings.config.task !== before.config.task;
  if (isOtherTask || pairs.used !== before.pairs.used) startOver();
  if (settings.config && isAhead(useApp.getState())) scheduleSettings();
}

/** Goes to the first example of the present task. The worker goes to the very first, whatever the language. */
function startOver(): void {
  const { config, view } = useApp.getState();
  const example = firstExample(config.task, view.language);
  setView({ ...FIRST_EXAMPLE, example });
  if (example.index > 0) post({ type: "decode", example, teacherForcing: view.teacherForcing });
}

function takeEvent({ pairs, run }: AppState, event: Event): PairsState {
  if (!isRefusal(event)) return reducePairs(pairs, event);
  return { ...pairs, used: corpusOf(pairs, run.info?.runId) ?? pairs.used };
}

/** Whether the event is about a typed source that has been replaced by something else since. */
function isUnwantedRejection(view: ViewState, event: Event): boolean {
  if (event.type !== "sourceRejected") return false;
  return view.example.kind !== "typed" || view.example.text !== event.text;
}

/** Changes what is on show and nothing else. */
function setView(change: Partial<ViewState>): void {
  useApp.setState((state) => ({ view: { ...state.view, ...change } }));
}

// --- training -------------------------------------------------------------------------------------

export const train = (): void => post({ type: "train" });
export const pause = (): void => post({ type: "pause" });
export const trainOneStep = (): void => post({ type: "trainOneStep" });
export const resetModel = (): void => post({ type: "reset" });

/** Back to the run that the last one replaced; the settings follow it. */
export function undo(): void {
  post({ type: "undo" });
  awaitOther();
}

/** Notes that the worker is being asked for a model whose settings only it knows. */
function awaitOther(): void {
  const { config } = useApp.getState();
  useApp.setState({ sent: config, awaited: null, base: config });
}

/** Shows the model that was trained before the page was published. */
export function showTrainedModel(): void {
  post({ type: "configure", config: useApp.getState().config, weights: "baked" });
}

export function dismissFailure(): void {
  useApp.setState(({ run }) => ({ run: { ...run, failure: null } }));
}

// --- evaluation -----------------------------------------------------------------------------------

/** Has the present model evaluated in full. */
export const evaluate = (): void => post({ type: "evaluate" });
export const stopEvaluating = (): void => post({ type: "stopEvaluating" });

// --- model files ----------------------------------------------------------------------------------

/** Has the present model written into a file. */
export function saveModel(): void {
  setErrand({ kind: "saving" });
  post({ type: "saveModel" });
}

/** Has a file read; the present model stays unless it is one. */
export function openModel(file: File): void {
  setErrand({ kind: "opening", name: file.name });
  post({ type: "openModel", file });
  awaitOther();
}

function setErrand(errand: FileErrand): void {
  useApp.setState(({ modelFile }) => ({ modelFile: { ...modelFile, errand, outcome: null } }));
}

/** The browser has the file now. */
export function forgetDownload(): void {
  useApp.setState(({ modelFile }) => ({ modelFile: { ...modelFile, download: null } }));
}

export function dismissOutcome(): void {
  useApp.setState(({ modelFile }) => ({ modelFile: { ...modelFile, outcome: null } }));
}

// --- settings -------------------------------------------------------------------------------------

/** How long settings wait for the next change before they leave: a fresh model is dear, the rest cheap. */
const SETTLE_MS = { fresh: 250, adjusted: 80 };

/** Changes settings; the worker hears of them once they have settled, and only of what it needs. */
export function configure(change: Partial<Config>): void {
  const { config: before, sent, view } = useApp.getState();
  const isOtherTask = change.task !== undefined && change.task !== before.task;
  const config = { ...(isOtherTask ? withTask(before, change.task) : before), ...change };
  useApp.setState({ config });
  if (config.task !== before.task)
    setView({ ...FIRST_EXAMPLE, example: firstExample(config.task, view.language) });
  if (sent !== null) scheduleSettings(); // without a worker `start` tells it
}

function scheduleSettings(): void {
  const { config, sent } = useApp.getState();
  const isFresh = sent !== null && needsFreshModel(sent, config);
  schedule(sendSettings, isFresh ? SETTLE_MS.fresh : SETTLE_MS.adjusted);
}

export const FIRST_EXAMPLE: Partial<ViewState> = {
  example: { kind: "heldOut", index: 0 },
  step: LAST_STEP,
  column: null,
  playing: false,
};

function sendSettings(): void {
  const { config, sent, view } = useApp.getState();
  if (sent === null || !isAhead({ config, sent })) return;
  if (!needsFreshModel(sent, config)) {
    useApp.setState({ sent: config });
    return post({ type: "adjust", config });
  }
  if (config.task === "pairs" && lacksPairs()) return sendUsedPairs();
  awaitModel(config);
  post({ type: "configure", config, weights: "baked" });
  if (sent.task === config.task) return; // the worker keeps the example it has pinned, if it can still read it
  post({ type: "decode", example: view.example, teacherForcing: view.teacherForcing });
}

/** Whether the worker has never had the pairs that the page holds: it is newer than they are. */
function lacksPairs(): boolean {
  const { used, corpora } = useApp.getState().pairs;
  return used !== null && corpora.length === 0;
}

/**
 * Has a model made for the pairs in use: a fresh one, or the run that this tab kept.
 * The worker holds one reading: the latest comes back after another.
 */
export function sendUsedPairs(weights: "kept" | "fresh" = "fresh"): void {
  const { config, pairs, view } = useApp.getState();
  if (pairs.used === null) return;
  const isLatest = pairs.used === pairs.latest;
  awaitModel(config);
  if (!isLatest) post(readingOf(pairs.used));
  post({ type: "usePairs", requestId: pairs.used.requestId, config, weights });
  post({ type: "decode", example: view.example, teacherForcing: view.teacherForcing });
  if (!isLatest) readLatestPairs();
}

/** Has the pairs that were given last read and reported on, unless there are too many. */
export function readLatestPairs(): void {
  const { pairs } = useApp.getState();
  const { latest } = pairs;
  if (latest === null) return;
  const refusal = refuseTooLarge(latest.input);
  const report = refusal ?? pairs.report;
  useApp.setState({ pairs: { ...pairs, report, reading: refusal === null } });
  if (refusal === null) post(readingOf(latest));
}

// --- decoding -------------------------------------------------------------------------------------

function decode(change: Partial<Pick<ViewState, "example" | "teacherForcing">>): void {
  setView({ ...change, playing: false });
  useApp.setState(({ run }) => ({ run: { ...run, sourceProblem: null } }));
  const { example, teacherForcing } = useApp.getState().view;
  post({ type: "decode", example, teacherForcing });
}

/** Puts a typed source on the stage, decoded to its end. */
export function typeSource(text: string): void {
  setView({ step: LAST_STEP, column: null });
  decode({ example: { kind: "typed", text } });
}

/** Feeds the truth, or no longer; after a refused source this is about the example that is still on show. */
export function setTeacherForcing(teacherForcing: boolean): void {
  const { sourceProblem, tracedExample } = useApp.getState().run;
  decode({ teacherForcing, ...(sourceProblem && tracedExample ? { example: tracedExample } : {}) });
}

/** Puts the next held-out example on the stage, whole. */
export function nextExample(): void {
  const { view, run } = useApp.getState();
  const count = run.info?.heldOutExamples ?? 1;
  showExample(view.example.kind === "heldOut" ? (view.example.index + 1) % count : 0);
}

/** Puts this held-out example on the stage, whole. */
export function showExample(index: number): void {
  setView({ step: LAST_STEP, column: null });
  decode({ example: { kind: "heldOut", index } });
}

// --- the selected pair (t, s) and playback ----------------------------------------------------------

/** Selects a decoder step, and a column where one is named. */
export function select(step: number, column: number | null = null): void {
  setView({ step: clampStep(useApp.getState().run.trace, step), column });
}

export const setPlaying = (playing: boolean): void => setView({ playing });
export const setSpeed = (stepsPerSecond: number): void => setView({ stepsPerSecond });

export function setLanguage(language: Language): void {
  remember("language", language);
  setView({ language });
}

export function setTheme(theme: Theme): void {
  remember("theme", theme);
  setView({ theme });
}
