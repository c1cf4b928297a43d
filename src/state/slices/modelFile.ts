/** The model's way to a file and back, as the page knows it: what came of the files that were asked for. */
import type { Command, Event, ModelProblem, RunInfo } from "../../workers/protocol";
import type { Requests } from "./requests";
import { isSurvivable } from "./run";

export type { ModelProblem };

/** A file that is being written or read; its name, where it has one already. */
export type FileErrand =
  { readonly kind: "saving" } | { readonly kind: "opening"; readonly name: string };

export type FileOutcome =
  | { readonly kind: "saved"; readonly name: string }
  | { readonly kind: "opened"; readonly name: string; readonly step: number }
  | { readonly kind: "refused"; readonly errand: FileErrand; readonly problem: ModelProblem };

export interface ModelFileState {
  /** What came of the last file, until there is something newer to say. */
  readonly outcome: FileOutcome | null;
  /** A file that waits to be handed to the browser. */
  readonly download: { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> } | null;
}

export const INITIAL_MODEL_FILE: ModelFileState = { outcome: null, download: null };

/** The file that the worker has been asked to write or read. */
export function errandOf(requests: Requests): FileErrand | null {
  return requests.map(({ command }) => errand(command)).find((one) => one !== null) ?? null;
}

function errand(command: Command): FileErrand | null {
  if (command.type === "saveModel") return { kind: "saving" };
  if (command.type !== "openModel") return null;
  return { kind: "opening", name: command.file instanceof File ? command.file.name : "" };
}

/**
 * The state after an event of the worker that is not stale.
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
  // A worker that is gone answers nothing any more.
  if (event.type === "failed" && !isSurvivable(event.failure)) return { ...state, outcome: null };
  return state;
}

/** The file that was asked for is open, or another model makes what was said about one old. */
function opened({ step }: RunInfo, answered: FileErrand | null): FileOutcome | null {
  return answered?.kind === "opening" ? { kind: "opened", name: answered.name, step } : null;
}
