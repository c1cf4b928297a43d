/**
 * The parts of a recurrent cell. Each cell has a folder with one file for each part. Each part has a table of the same
 * name beside this file that lists every cell, so that a missing part does not compile. `forms` holds what cells share.
 * The fused kernels are with their devices: `Ops.cells` in `fused/ops.ts` also lists every cell, so that a backend
 * without a kernel does not compile.
 * The page reads `layout` and `tex`; only the worker loads `textbook`.
 */
import type { Tensor } from "@tensorflow/tfjs-core";
import type { Quantity } from "../derivation/quantity";
import type { Vector } from "../reference/linearAlgebra";
import type { GateName, GATES } from "../results/trace";
import type { CellKind } from "../setup/config";

/** All parts of a cell. */
interface Cell<Kind extends CellKind> {
  readonly layout: CellLayout<Kind>;
  readonly reference: ReferenceCell;
  readonly backward: ReferenceCellBackward;
  readonly textbook: TextbookCell;
  readonly derivation: CellDerivation;
  readonly tex: CellTex;
}

/** One part of every cell. */
export type CellTable<Part extends keyof Cell<CellKind>> = {
  readonly [Kind in CellKind]: Cell<Kind>[Part];
};

// ---- layout: the blocks of parameters and state -------------------------------------------------------------------

export interface CellLayout<Kind extends CellKind> {
  /** Blocks of H columns in its matrices and biases, in PyTorch's order: one for each gate or candidate. */
  readonly blocks: number;
  /** PyTorch's letters for the gates and the candidate. */
  readonly letters: Readonly<Record<(typeof GATES)[Kind][number], string>>;
  /** Whether the state has a memory cell c beside h. */
  readonly hasMemory: boolean;
  /** Whether the new h contains a share of the old one; if not, every new h is within [-1, 1]. */
  readonly keepsState: boolean;
}

// ---- reference: plain arrays --------------------------------------------------------------------------------------

export interface ReferenceState {
  readonly h: Vector; //        [H]
  readonly c: Vector | null; // [H] if the cell has a memory
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

// ---- backward: the gradient in plain arrays -----------------------------------------------------------------------

/** A step that has been made, with what its gradient needs. */
export interface MadeStep {
  readonly before: ReferenceState;
  readonly step: ReferenceCellStep;
  readonly recurrent: Blocks;
}

/** The gradient of a step's three inputs. */
export interface CellGradient {
  readonly input: Vector; //           of W_ih x + b_ih [GH]
  readonly recurrent: Vector; //       of W_hh h + b_hh [GH]
  readonly before: ReferenceState; //  of the state before, without the part through W_hh h
  readonly memory: Vector | null; //   of the new memory c', with the part through h' [H]
}

/** From the gradient of the new state to those of the step's inputs. */
export type ReferenceCellBackward = (made: MadeStep, after: ReferenceState) => CellGradient;

// ---- textbook: the tensor library's operations, which it differentiates -------------------------------------------

export interface LayerState {
  readonly h: Tensor; //        hidden state [B, H]
  readonly c: Tensor | null; // memory [B, H] if the cell has one
}

export interface CellStep {
  readonly state: LayerState;
  readonly gates: Readonly<Partial<Record<GateName, Tensor>>>; // [B, H] each
}

/**
 * One step, with G blocks of H columns.
 * input: W_ih x + b_ih [B, GH]; recurrent: W_hh h + b_hh [B, GH]
 */
export type TextbookCell = (input: Tensor, recurrent: Tensor, before: LayerState) => CellStep;

// ---- derivation: one unit of a step, written out ------------------------------------------------------------------

/** What one unit of a layer's step is made of. */
export interface CellOperands {
  /** The terms of W_ih x + b_ih in a block: a sum for each part of the input, and the bias. */
  readonly input: (block: number) => readonly Quantity[];
  /** The terms of W_hh h + b_hh in a block. */
  readonly recurrent: (block: number) => readonly Quantity[];
  readonly gate: (gate: GateName) => Quantity;
  readonly before: Quantity; // h
  /** The memory before and after the step. Only a cell with a memory may read it. */
  readonly memoryBefore: () => Quantity;
  readonly memoryAfter: () => Quantity;
}

/** One unit, written out. */
type UnitDerivation = (operands: CellOperands) => Quantity;

export interface CellDerivation {
  readonly gates: Readonly<Partial<Record<GateName, UnitDerivation>>>;
  readonly state: UnitDerivation;
  readonly memory: UnitDerivation | null; // null: the cell has none
}

// ---- tex: the equations -------------------------------------------------------------------------------------------

/** The symbols of one layer's step. */
export interface CellTerms {
  readonly mark: string; // superscript of the layer; empty if layers are not numbered
  readonly gate: (letter: string) => string; // a gate or candidate of this step
  readonly input: string; // the layer's input
  readonly before: string;
  readonly after: string;
  readonly memoryBefore: string;
  readonly memoryAfter: string;
}

/** The lines of a step, aligned at `&`. */
export type CellTex = (terms: CellTerms) => readonly string[];
