/** The messages between the page and the worker of the networks that only read or only write: types only. */
import type { AloneConfig } from "../engine/alone/aloneConfig";
import type { Baselines } from "../engine/alone/baselines";
import type { Reading } from "../engine/alone/belief";
import type { AloneEvaluation } from "../engine/alone/evaluation";
import type { ModelProblem } from "../engine/files/modelProblem";
import type { Listed } from "../engine/alone/names";
import type { LetterChoice, Writing } from "../engine/alone/written";
import type { LossPoint } from "../engine/results/history";
import type { KeepingProblem } from "./protocol";

export type AloneCommand =
  /**
   * Show the model of these settings: the one of its kind in use, else the saved one of this tab, else the shipped one,
   * else a fresh one. With `isShipped` the shipped one comes in place of the student's own. Answered by "opened".
   */
  | {
      readonly type: "open";
      readonly config: AloneConfig;
      readonly isShipped?: boolean;
      /** The names of "own"; null: those that the worker has. */
      readonly own: readonly Listed[] | null;
    }
  /** Apply the settings that need no fresh model to the model on show. */
  | { readonly type: "adjust"; readonly config: AloneConfig }
  | { readonly type: "train" }
  | { readonly type: "pause" }
  /** One update. */
  | { readonly type: "update" }
  /** Fresh weights from the same seed. */
  | { readonly type: "reset" }
  /** Read this name with the classifier, now and after every evaluation. Answered by "read". */
  | { readonly type: "read"; readonly text: string }
  /** Write names with the generator, now and after every evaluation. Answered by "written". */
  | { readonly type: "write"; readonly wish: WriteWish }
  /** Answered by "saved". */
  | { readonly type: "save" }
  /** Replace the model by the one in a file. Answered by "opened" or "refused". */
  | { readonly type: "openFile"; readonly file: Blob };

export interface WriteWish {
  readonly label: number; // class of the name on show
  readonly beginning: string;
  readonly choice: LetterChoice;
  /** Names beside the first one, of the same class. */
  readonly more: number;
}

/** What the page knows of a model and its names. */
export interface AloneInfo {
  readonly config: AloneConfig;
  readonly classes: readonly string[];
  readonly trainNames: number;
  readonly heldOutNames: number;
  readonly ambiguous: number;
  readonly letters: number; // of the vocabulary, without the special tokens
  readonly longest: number;
  readonly parameters: number;
  readonly baselines: Baselines;
  /** Some held-out names of every class, to look at. */
  readonly examples: readonly Listed[];
  /** Where the names are from; null: from the student. */
  readonly source: string | null;
  /** Whether the weights ship with the page. They give way to fresh ones when training begins. */
  readonly isShipped: boolean;
  readonly step: number;
  readonly losses: readonly LossPoint[];
  readonly evaluations: readonly AloneEvaluation[];
}

/** A written name, and the class that the classifier of the same names gives it; null: there is no trained one. */
export interface JudgedWriting {
  readonly writing: Writing;
  readonly judged: { readonly label: number; readonly p: number } | null;
}

export type AloneStop = "paused" | "cap" | "diverged";

export type AloneEvent =
  | {
      readonly type: "opened";
      readonly info: AloneInfo;
      /** Whether a file has brought the model and its settings. */
      readonly isFile?: boolean;
      /** The student's own names, which a saved run has brought back after a reload. */
      readonly own?: readonly Listed[];
      /** Whether the page and the saved run both lack the student's own names; the model then has shipped names. */
      readonly lacksOwn?: boolean;
    }
  | { readonly type: "progress"; readonly step: number; readonly losses: readonly LossPoint[] }
  | { readonly type: "evaluated"; readonly evaluation: AloneEvaluation }
  | { readonly type: "started" }
  | { readonly type: "stopped"; readonly reason: AloneStop }
  | { readonly type: "read"; readonly step: number; readonly reading: Reading }
  | { readonly type: "written"; readonly step: number; readonly written: readonly JudgedWriting[] }
  | { readonly type: "saved"; readonly fileName: string; readonly bytes: Uint8Array<ArrayBuffer> }
  /** Saving the run began to fail, or works again (null). Training goes on. */
  | { readonly type: "keeping"; readonly problem: KeepingProblem | null }
  | { readonly type: "refused"; readonly problem: ModelProblem }
  | { readonly type: "failed"; readonly detail: string };
