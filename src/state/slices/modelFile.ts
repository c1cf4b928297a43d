/** The model's way to a file and back, as the page knows it: what was asked of the worker and what came of it. */
import type { Event, ModelProblem, RunInfo } from "../../workers/protocol";
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
  /** What the worker has not answered yet. */
  readonly errand: FileErrand | null;
  /** What came of the last file, until there is something newer to say. */
  readonly outcome: FileOutcome | null;
  /** A file that waits to be handed to the browser. */
  readonly download: { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> } | null;
}

export const INITIAL_MODEL_FILE: ModelFileState = { errand: null, outcome: null, download: null };

/** The state after an event of the worker. */
export function reduceModelFile(state: ModelFileState, event: Event): ModelFileState {
  const { errand } = state;
  if (event.type === "modelSaved") {
    const { fileName: name, bytes } = event;
    return { errand: null, outcome: { kind: "saved", name }, download: { name, bytes } };
  }
  if (event.type === "modelRefused" && errand !== null)
    return { ...state, errand: null, outcome: { kind: "refused", errand, problem: event.problem } };
  if (event.type === "ready") return takeRun(state, event.info);
  // A worker that is gone answers nothing any more.
  if (event.type === "failed" && !isSurvivable(event.failure))
    return { ...state, errand: null, outcome: null };
  return state;
}

/** The file that was asked for is open, or another model has come to the fore and what was said is old. */
function takeRun(state: ModelFileState, { weights, step }: RunInfo): ModelFileState {
  const { errand } = state;
  if (errand?.kind !== "opening" || weights !== "opened") return { ...state, outcome: null };
  return { ...state, errand: null, outcome: { kind: "opened", name: errand.name, step } };
}
