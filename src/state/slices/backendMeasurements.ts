/** The state of computing: the student's choice, the measurements, and the backend that follows from both. */
import {
  type BackendName,
  type RequestedBackend,
  type Measurements,
  modelKey,
  type Preference,
  type StepTimes,
  backendToRequest,
} from "./backends";
import type { Lane } from "./lane";

export interface ComputingState extends Preference {
  /** The backend that the page requested from the current worker. */
  readonly asked: RequestedBackend | null;
  readonly measurements: Measurements;
  /** The key of the model in the running timing; null: no timing runs. */
  readonly measuring: string | null;
}

export const INITIAL_COMPUTING: ComputingState = {
  asked: null,
  insisted: null,
  choice: "automatic",
  lost: [],
  measurements: {},
  measuring: null,
};

/** The key of the lane's model; null until its sizes are known. */
export function currentKey({ config, run }: Lane): string | null {
  const { info } = run;
  return modelKey(config, info?.config.task === config.task ? info : null);
}

const NO_TIMES: StepTimes = {};

/** The known times of a training step of the lane's model. */
export function currentTimes({ measurements }: ComputingState, lane: Lane): StepTimes {
  const key = currentKey(lane);
  return (key === null ? undefined : measurements[key]?.times) ?? NO_TIMES;
}

/** The backend that a new worker would use; null if it is the current one. */
export function pendingBackend(computing: ComputingState, lane: Lane): BackendName | null {
  const wanted = backendToRequest(computing, currentTimes(computing, lane));
  const { backend } = lane.run;
  return wanted === null || backend === null || backend.name === wanted.name ? null : wanted.name;
}
