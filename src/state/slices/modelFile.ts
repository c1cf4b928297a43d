/** The state of saving and opening model files, and their outcomes. */
import type { ModelProblem } from "../../workers/protocol";

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
