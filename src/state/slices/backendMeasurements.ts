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
import type { BackendReport } from "../../workers/protocol";
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

/** A backend that the link or the student wants and does not have, and why. */
export interface MissedRequest {
  readonly name: BackendName;
  /** "lost": it stopped answering during this visit. */
  readonly why: "unavailable" | "failed" | "lost";
}

/** The request that the present backend stands in for; null if there is none, or if it may still be carried out. */
export function missedRequest(
  { insisted, choice, lost }: Preference,
  { missed, name: inUse }: BackendReport,
): MissedRequest | null {
  const wanted = insisted ?? (choice === "automatic" ? null : choice);
  if (wanted === null || wanted === inUse) return null;
  if (missed?.name === wanted) return missed;
  return lost.includes(wanted) ? { name: wanted, why: "lost" } : null;
}
