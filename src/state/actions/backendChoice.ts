/** What the page computes with: the student's choice, what was measured, and what a new worker is told of both. */
import { create } from "zustand";
import type { Failure } from "../../workers/protocol";
import type { Lane } from "../slices/lane";
import { laneOf, useApp } from "../store";
import { LANE } from "./ask";
import {
  type BackendName,
  type RequestedBackend,
  type Measurements,
  modelKey,
  type Preference,
  type StepTimes,
  backendToRequest,
} from "../slices/backends";
import { readBackendChoice, readMeasurements } from "../ports/preferences";

export interface ComputingState extends Preference {
  /** What the last worker was asked to compute with. */
  readonly asked: RequestedBackend | null;
  readonly measurements: Measurements;
  /** The key of the model that is being timed; null where none is. */
  readonly measuring: string | null;
}

const INITIAL: ComputingState = {
  asked: null,
  insisted: null,
  choice: "automatic",
  lost: [],
  measurements: {},
  measuring: null,
};

export const useComputing = create<ComputingState>()(() => INITIAL);

/**
 * The state of a page just opened: what was chosen and measured on this device before.
 * @param insisted the backend that the link insists on
 * @returns what ends the watch over the worker's reports
 */
export function initialiseComputing(insisted: BackendName | null): () => void {
  const remembered = { choice: readBackendChoice(), measurements: readMeasurements() };
  useComputing.setState({ ...INITIAL, insisted, ...remembered });
  return useApp.subscribe(({ lanes }, before) => {
    const { backend } = lanes[LANE].run;
    if (backend === null || backend === before.lanes[LANE].run.backend) return;
    const { asked } = useComputing.getState();
    if (asked && backend.name !== asked.name) lose(asked.name);
  });
}

function lose(name: BackendName): void {
  useComputing.setState(({ lost }) => ({ lost: [...new Set([...lost, name])] }));
}

// --- what is known ----------------------------------------------------------------------------------

/** The key of the model that the set-up asks for; null while nobody knows how large it is. */
export function currentKey({ config, run }: Lane): string | null {
  const { info } = run;
  return modelKey(config, info?.config.task === config.task ? info : null);
}

const NO_TIMES: StepTimes = {};

/** What a training step of the model that the set-up asks for takes, as far as that is known. */
export function currentTimes({ measurements }: ComputingState, lane: Lane): StepTimes {
  const key = currentKey(lane);
  return (key === null ? undefined : measurements[key]?.times) ?? NO_TIMES;
}

function currentRequest(): RequestedBackend | null {
  const computing = useComputing.getState();
  return backendToRequest(computing, currentTimes(computing, laneOf(LANE)));
}

// --- the worker -------------------------------------------------------------------------------------

/** What a worker is to be told that starts now, after a failure or not. */
export function nextStart(failure: Failure | null): {
  readonly asked: RequestedBackend | null;
  readonly skip: readonly BackendName[];
} {
  if (failure?.kind === "backendLost") lose(failure.name);
  const asked = currentRequest();
  useComputing.setState({ asked });
  return { asked, skip: useComputing.getState().lost };
}
