/** The state of saving and opening model files, and their outcomes. */
import type { Command, Event, ModelProblem, RunInfo } from "../../workers/protocol";
import type { Requests } from "./requests";
import { isSurvivable } from "./run";

export type { ModelProblem };

/** The worker writes or reads a file. */
export type FileErrand =
  { readonly kind: "saving" } | { readonly kind: "opening"; readonly name: string };

export type FileOutcome =
  | { readonly kind: "saved"; readonly name: string }
  | { readonly kind: "opened"; readonly name: string; readonly step: number }
  | { readonly kind: "refused"; readonly errand: FileErrand; readonly problem: ModelProblem };

export interface ModelFileState {
  /** The outcome of the last file, until the next one or another run. */
  readonly outcome: FileOutcome | null;
  /** A written file, until the browser takes it. */
  readonly download: { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> } | null;
}

export const INITIAL_MODEL_FILE: ModelFileState = { outcome: null, download: null };

/** The outstanding request that writes or reads a file; null: there is none. */
export function errandOf(requests: Requests): FileErrand | null {
  return requests.map(({ command }) => errand(command)).find((found) => found !== null) ?? null;
}

function errand(command: Command): FileErrand | null {
  if (command.type === "saveModel") return { kind: "saving" };
  if (command.type !== "openModel") return null;
  return { kind: "opening", name: command.file instanceof File ? command.file.name : "" };
}

/**
 * The state after an event that is not stale.
 * @param requests before the event
 */
export function reduceModelFile(
  state: ModelFileState,
  event: Event,
  requests: Requests,
): ModelFileState {
  const asked = "requestId" in event && requests.find(({ id }) => id === event.requestId);
  const answered = asked ? errand(asked.command) : null;
  if (event.type === "modelSaved") {
    const { fileName: name, bytes } = event;
    return { outcome: { kind: "saved", name }, download: { name, bytes } };
  }
  if (event.type === "modelRefused" && answered !== null)
    return { ...state, outcome: { kind: "refused", errand: answered, problem: event.problem } };
  if (event.type === "ready") return { ...state, outcome: opened(event.info, answered) };
  // A worker that has failed answers no request.
  if (event.type === "failed" && !isSurvivable(event.failure)) return { ...state, outcome: null };
  return state;
}

/** The outcome after a run is ready: "opened" if a file request caused it; another run clears the last outcome. */
function opened({ step }: RunInfo, answered: FileErrand | null): FileOutcome | null {
  return answered?.kind === "opening" ? { kind: "opened", name: answered.name, step } : null;
}
