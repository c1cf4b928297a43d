/**
 * What a recurrent cell consists of. Each cell has a folder with one file for each part, and each part has a table of the
 * same name beside this file, which lists every cell: a cell without one of the parts does not compile. `forms` holds
 * what cells share. The fused kernels, forward and back, stay with their devices: `Ops.cells` in `fused/ops.ts` lists
 * every cell once more, so that a backend without one of the kernels does not compile either.
 * The page reads `layout` and `tex`; `textbook` belongs to the worker.
 */
import type { Tensor } from "@tensorflow/tfjs-core";
import type { Vector } from "../reference/linearAlgebra";
import type { GateName, GATES } from "../results/trace";
import type { CellKind } from "../setup/config";

/** All parts of a cell. */
interface Cell<Kind extends CellKind> {
  readonly layout: CellLayout<Kind>;
  readonly reference: ReferenceCell;
  readonly textbook: TextbookCell;
  readonly tex: CellTex;
}

/** One part of every cell. */
export type CellTable<Part extends keyof Cell<CellKind>> = {
  readonly [Kind in CellKind]: Cell<Kind>[Part];
};

// ---- layout: what its parameters and its state are made of --------------------------------------------------------

export interface CellLayout<Kind extends CellKind> {
  /** Blocks of H columns in its matrices and biases, in PyTorch's order: one for each gate or candidate. */
  readonly blocks: number;
  /** PyTorch's letters for the gates and the candidate. */
  readonly letters: Readonly<Record<(typeof GATES)[Kind][number], string>>;
  /** Whether a memory c goes beside the hidden state h. */
  readonly hasMemory: boolean;
  /** Whether a share of the old h stays in the new one; else tanh keeps every new h within [-1, 1]. */
  readonly keepsState: boolean;
}

// ---- reference: plain arrays --------------------------------------------------------------------------------------

export interface ReferenceState {
  readonly h: Vector; //        [H]
  readonly c: Vector | null; // [H] where the cell has a memory
}

export interface ReferenceCellStep {
  readonly state: ReferenceState;
  readonly gates: Readonly<Partial<Record<GateName, Vector>>>; // [H] each
}

/** W_ih x + b_ih or W_hh h + b_hh, block by block, [H] each. */
export type Blocks = (block: number) => Vector;

/** One step. */
export type ReferenceCell = (
  input: Blocks,
  recurrent: Blocks,
  before: ReferenceState,
) => ReferenceCellStep;

// ---- textbook: the tensor library's operations, which it differentiates -------------------------------------------

export interface LayerState {
  readonly h: Tensor; //        hidden state [B, H]
  readonly c: Tensor | null; // memory [B, H] where the cell has one
}

export interface CellStep {
  readonly state: LayerState;
  readonly gates: Readonly<Partial<Record<GateName, Tensor>>>; // [B, H] each
}

/**
 * One step. G blocks of H columns
 * input: W_ih x + b_ih [B, GH]; recurrent: W_hh h + b_hh [B, GH]
 */
export type TextbookCell = (input: Tensor, recurrent: Tensor, before: LayerState) => CellStep;

// ---- tex: the equations -------------------------------------------------------------------------------------------

/** The letters of one layer's step. */
export interface CellTerms {
  readonly mark: string; // of the layer, a superscript; empty where layers are not numbered
  readonly gate: (letter: string) => string; // a gate or candidate of this step
  readonly input: string; // what the layer reads
  readonly before: string;
  readonly after: string;
  readonly memoryBefore: string;
  readonly memoryAfter: string;
}

/** The lines of a step, aligned at `&`. */
export type CellTex = (terms: CellTerms) => readonly string[];
