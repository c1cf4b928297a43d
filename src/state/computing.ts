/** What the page computes with: the student's choice, what was measured, and the move to another backend. */
import { create } from "zustand";
import type { Command, Failure } from "../workers/protocol";
import { type AppState, useApp } from "./app";
import {
  type BackendChoice,
  type BackendName,
  type BackendWish,
  type Measurements,
  modelKey,
  type Preference,
  type StepTimes,
  withMeasurement,
  wishFrom,
} from "./backends";
import { restartLink } from "./link";
import { restartWorker, startWithPairs } from "./ownPairs";
import { readBackendChoice, readMeasurements, remember } from "./preferences";
import { isAhead } from "./settings";

export interface ComputingState extends Preference {
  readonly measurements: Measurements;
  /** The key of the model that is being timed; null where none is. */
  readonly measuring: string | null;
}

const INITIAL: ComputingState = {
  insisted: null,
  choice: "automatic",
  lost: [],
  measurements: {},
  measuring: null,
};

export const useComputing = create<ComputingState>()(() => INITIAL);

/** What the last worker was asked to compute with. */
let asked: BackendWish | null = null;

/** Whether the worker has been asked for something that nothing shows yet. */
let isAwaited = false;

/**
 * The state of a page just opened: what was chosen and measured on this device before.
 * @param insisted the backend that the link insists on
 * @returns what ends the watch over the worker's reports
 */
export function initialiseComputing(insisted: BackendName | null): () => void {
  [asked, isAwaited] = [null, false];
  const remembered = { choice: readBackendChoice(), measurements: readMeasurements() };
  useComputing.setState({ ...INITIAL, insisted, ...remembered });
  return useApp.subscribe(({ run }, before) => {
    const isAnswer = (["status", "info", "failure"] as const).some(
      (key) => run[key] !== before.run[key],
    );
    if (isAnswer) isAwaited = false;
    const cameUp = run.backend !== before.run.backend ? run.backend?.name : undefined;
    if (cameUp && asked && cameUp !== asked.name) lose(asked.name);
  });
}

function lose(name: BackendName): void {
  useComputing.setState(({ lost }) => ({ lost: [...new Set([...lost, name])] }));
}

// --- what is known ----------------------------------------------------------------------------------

/** The key of the model that the set-up asks for; null while nobody knows how large it is. */
export function currentKey({ config, run }: Pick<AppState, "config" | "run">): string | null {
  const { info } = run;
  return modelKey(config, info?.config.task === config.task ? info : null);
}

const NO_TIMES: StepTimes = {};

/** What a training step of the model that the set-up asks for takes, as far as that is known. */
export function currentTimes({ measurements }: ComputingState, app: AppState): StepTimes {
  const key = currentKey(app);
  return (key === null ? undefined : measurements[key]?.times) ?? NO_TIMES;
}

function currentWish(): BackendWish | null {
  const computing = useComputing.getState();
  return wishFrom(computing, currentTimes(computing, useApp.getState()));
}

/** Takes what was measured into account, now and on the next visit. */
export function takeTimes(key: string, times: StepTimes): void {
  const { measurements: before } = useComputing.getState();
  const measurements = withMeasurement(before, key, { at: Date.now(), times });
  useComputing.setState({ measurements });
  remember("stepTimes", JSON.stringify(measurements));
  moveIfFree();
}

// --- which backend to use -----------------------------------------------------------------------------

/** What a worker is to be told that starts now, after a failure or not. */
export function nextStart(failure: Failure | null): {
  readonly asked: BackendWish | null;
  readonly skip: readonly BackendName[];
} {
  if (failure?.kind === "backendLost") lose(failure.name);
  asked = currentWish();
  return { asked, skip: useComputing.getState().lost };
}

/** Chooses a backend, for this visit and the next; one that had failed gets another chance. */
export function chooseBackend(choice: BackendChoice): void {
  remember("backend", choice);
  useComputing.setState(({ lost }) => ({ choice, lost: lost.filter((name) => name !== choice) }));
  moveIfFree();
}

/** The backend that a new worker would use instead of the present one; null where it would stay. */
export function pendingBackend(computing: ComputingState, app: AppState): BackendName | null {
  const wish = wishFrom(computing, currentTimes(computing, app));
  const { backend } = app.run;
  return wish === null || backend === null || backend.name === wish.name ? null : wish.name;
}

/** Moves to the backend that is wanted, if it is another one and nobody would lose anything by it. */
export function moveIfFree(): void {
  const app = useApp.getState();
  if (pendingBackend(useComputing.getState(), app) === null || !isFree(app)) return;
  const { run, pairs } = app;
  // The model will be the same, so that what is on show can stay.
  useApp.setState({
    run: { ...run, backend: null },
    sent: null,
    pairs: { ...pairs, corpora: [] },
  });
  restartLink(null);
  startWithPairs();
}

/** Moves to the backend that is wanted although the run before and the way back in time go: the run itself is kept. */
export function moveNow(): void {
  if (useApp.getState().run.status === "idle") restartWorker();
}

/** Whether another worker would bring back just what is there: a shipped model or a new one, and nothing under way. */
function isFree(app: AppState): boolean {
  const { info, step, status } = app.run;
  if (status !== "idle" || info === null || info.canUndo) return false;
  const isUntrained = info.weights === "baked" || (info.weights === "fresh" && step === 0);
  return isUntrained && !isUnderWay(app);
}

function isUnderWay({ evaluation, modelFile, pairs, ...settings }: AppState): boolean {
  const isChanging = settings.awaited !== null || settings.sent === null || isAhead(settings);
  const isEvaluated = evaluation.progress !== null || evaluation.report !== null;
  return isAwaited || isChanging || isEvaluated || modelFile.errand !== null || pairs.open;
}

const ANSWERED: readonly Command["type"][] = [
  "configure",
  "usePairs",
  "openModel",
  "train",
  "trainOneStep",
  "reset",
  "undo",
];

/** Notes what the worker is being asked: until it answers, no other may take its place. */
export function noteCommand({ type }: Command): void {
  if (ANSWERED.includes(type)) isAwaited = true;
}
