/** What the page computes with: the student's choice, what was measured, and what a new worker is told of both. */
import { create } from "zustand";
import type { Command, Failure } from "../../workers/protocol";
import { type AppState, useApp } from "../store";
import {
  type BackendName,
  type BackendWish,
  type Measurements,
  modelKey,
  type Preference,
  type StepTimes,
  wishFrom,
} from "../slices/backends";
import { readBackendChoice, readMeasurements } from "../ports/preferences";

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

let isAwaited = false;

/** Whether the worker has been asked for something that nothing shows yet. */
export function isAnswerAwaited(): boolean {
  return isAwaited;
}

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

// --- the worker -------------------------------------------------------------------------------------

/** What a worker is to be told that starts now, after a failure or not. */
export function nextStart(failure: Failure | null): {
  readonly asked: BackendWish | null;
  readonly skip: readonly BackendName[];
} {
  if (failure?.kind === "backendLost") lose(failure.name);
  asked = currentWish();
  return { asked, skip: useComputing.getState().lost };
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
