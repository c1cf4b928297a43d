/** What the page computes with, as plain data: the student's choice, what was measured, and what follows from both. */
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
  /** What the last worker was asked to compute with. */
  readonly asked: RequestedBackend | null;
  readonly measurements: Measurements;
  /** The key of the model that is being timed; null where none is. */
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

/** The key of the model that the set-up asks for; null until its size is known. */
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

/** The backend that a new worker would use instead of the present one; null where it would stay. */
export function pendingBackend(computing: ComputingState, lane: Lane): BackendName | null {
  const wish = backendToRequest(computing, currentTimes(computing, lane));
  const { backend } = lane.run;
  return wish === null || backend === null || backend.name === wish.name ? null : wish.name;
}
