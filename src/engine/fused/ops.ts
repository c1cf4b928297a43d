/**
 * The fused operations of training. Each is one unit of work on its device: one call into WebAssembly, one or two
 * programs on a GPU. `plain/` has them in JavaScript, as the reference for the other implementations.
 *
 * B pairs of a batch, S source and T target positions, H hidden units, K width of a key, V target tokens.
 * A result is a new dense matrix. Only `update` changes its arguments, and `additiveWeights` its `inner`.
 */
import type { CellKind } from "../setup/config";
import type { Matrix } from "./matrix";

export interface Ops {
  // ---- memory -----------------------------------------------------------------------------------------------------
  /** Runs `work`, then frees every matrix that it made, except kept ones. */
  scope<T>(work: () => T): T;
  /** A matrix with these numbers, row by row. */
  matrix(values: Float32Array, rows: number, cols: number): Matrix;
  zeros(rows: number, cols: number): Matrix;
  /** A kept matrix with the same numbers: it outlives the scope, until it is released. */
  keep(m: Matrix): Matrix;
  release(m: Matrix): void;
  /**
   * The numbers of several matrices at the time of the call, concatenated, in one transfer. Scopes may end and matrices
   * may be released before they arrive. Rejects with a DeviceLostError after the loss of the device.
   */
  read(...ms: readonly Matrix[]): Promise<Float32Array>;
  /** Resolves when the device is few updates behind; in main memory at once. Rejects like `read`. */
  room(): Promise<void>;

  // ---- matrices ---------------------------------------------------------------------------------------------------
  /** a b + plus + also. a [N, I], b [I, O]; plus [N, O], or [1, O] for every row; also [N, O]. -> [N, O] */
  product(a: Matrix, b: Matrix, plus?: Matrix, also?: Matrix): Matrix;
  /** a' b, the gradient of a weight: a [N, I], b [N, O] -> [I, O] */
  outerProduct(a: Matrix, b: Matrix): Matrix;
  transpose(m: Matrix): Matrix;
  add(a: Matrix, b: Matrix): Matrix;
  /** a * b, elementwise. a [N, O]; b [N, O], or [1, O] for every row. */
  multiply(a: Matrix, b: Matrix): Matrix;
  /** [N, O] -> [1, O] */
  columnSums(m: Matrix): Matrix;
  /** Concatenates rows. All matrices have the same width. */
  stack(ms: readonly Matrix[]): Matrix;
  /** Concatenates columns. All matrices have the same height. */
  sideBySide(ms: readonly Matrix[]): Matrix;
  /** All numbers, matrix by matrix and row by row. -> [1, n] */
  flatten(ms: readonly Matrix[]): Matrix;
  tanh(m: Matrix): Matrix;
  /** dx of y = tanh(x): dy (1 - y^2) */
  tanhGradient(y: Matrix, dy: Matrix): Matrix;

  // ---- tokens; ids are whole numbers in a matrix [N, 1] ----------------------------------------------------------
  /** Rows of a table by id, plus the row `plus` [1, E] if it is given. table [V, E] -> [N, E] */
  lookUp(table: Matrix, ids: Matrix, plus?: Matrix): Matrix;
  /** d table: the sum of the rows of dy for each id. dy [N, E] -> [tokens, E] */
  lookUpGradient(ids: Matrix, dy: Matrix, tokens: number): Matrix;
  /** The column of each row's largest value, the first of equal ones. [N, V] -> [N, 1] */
  argMax(m: Matrix): Matrix;
  /** a where the mask is 1, b where it is 0. [N, O] each */
  select(mask: Matrix, a: Matrix, b: Matrix): Matrix;

  // ---- recurrence -------------------------------------------------------------------------------------------------
  readonly cells: Readonly<Record<CellKind, CellOps>>;

  // ---- attention; keys and values by source position [S B, .] ----------------------------------------------------
  /** Memory for tanh(q + k) of several steps; null where the gradients compute it again, as GPUs do. */
  innerMemory(rows: number, cols: number): Matrix | null;
  /** softmax over s of v . tanh(q + k_s), 0 where the mask is 0. query and keys are projected. */
  additiveWeights(x: AdditiveInput, mask: Matrix): Matrix; // [B, S]
  /** softmax over s of q . k_s, 0 where the mask is 0. query [B, H], keys [S B, H], mask [B, S] -> [B, S] */
  dotWeights(query: Matrix, keys: Matrix, mask: Matrix): Matrix;
  /** sum over s of w_s x_s. weights [B, S], values [S B, K] -> [B, K] */
  weightedSum(weights: Matrix, values: Matrix): Matrix;
  /**
   * From the context's gradient to the scores', through the weighted sum and the softmax:
   * a_s = dc . h_s, de_s = w_s (a_s - sum over r of w_r a_r).
   * weights [B, S], dContext [B, K], values [S B, K] -> [B, S]
   */
  scoreGradient(weights: Matrix, dContext: Matrix, values: Matrix): Matrix;
  /** dq = sum over s of de_s v (1 - tanh^2(q + k_s)). dScores [B, S] -> [B, H] */
  additiveQueryGradient(dScores: Matrix, x: AdditiveInput): Matrix;
  /**
   * dk_s = sum over t of de_ts v (1 - tanh^2(q_t + k_s)) and dv = sum over t, s of de_ts tanh(q_t + k_s),
   * for all steps at once: dScores [T B, S], query [T B, H].
   */
  additiveKeyGradient(dScores: Matrix, x: AdditiveInput): AdditiveGradient;
  /**
   * dValues of all steps at once: dx_s = sum over t of w_ts dc_t. weights [T B, S], dContexts [T B, K] -> [S B, K].
   * The dot score's dKeys are the same sum over dScores and queries.
   */
  valueGradient(weights: Matrix, dContexts: Matrix, batch: number): Matrix;

  // ---- loss and update --------------------------------------------------------------------------------------------
  /**
   * Mean cross-entropy over the real tokens, in nats, and its gradient (softmax - onehot) mask / sum(mask).
   * logits [N, V], targets [N, 1], mask [N, 1]
   */
  crossEntropy(logits: Matrix, targets: Matrix, mask: Matrix): CrossEntropy;
  /**
   * Clips the gradient to a norm (Pascanu et al. 2013) and makes one update of Adam (Kingma and Ba 2015).
   * The matrices of `learned`, made by `keep`, are replaced or overwritten. gradient [1, P]
   */
  update(learned: Learned, gradient: Matrix, settings: UpdateSettings): void;
}

/** The operations that make, keep and read matrices. */
export type MemoryOps = Pick<
  Ops,
  "scope" | "matrix" | "zeros" | "keep" | "release" | "read" | "room"
>;

/** Operations whose numbers lie in main memory. */
export interface HostOps extends Ops {
  /** The numbers of several matrices, concatenated, at once. */
  readNow(...ms: readonly Matrix[]): Float32Array;
}

/** Whether the numbers of these operations lie in main memory. */
export function isOnHost(ops: Ops): ops is HostOps {
  return "readNow" in ops;
}

export type HostMemoryOps = MemoryOps & Pick<HostOps, "readNow">;

/** The state of a layer. [B, H] each */
export interface CellState {
  readonly h: Matrix;
  readonly c: Matrix | null; // the LSTM's memory; null in other cells
}

/** The input of one step of a cell. G blocks of H columns, as in PyTorch: GRU r, z, n; LSTM i, f, g, o. */
export interface CellInput {
  readonly input: Matrix; //     x W_ih + b_ih    [B, GH]
  readonly recurrent: Matrix; // h W_hh + b_hh    [B, GH]
  readonly before: CellState;
  /** [B, 1]: 0 at padding, where the state does not change. null: no padding. */
  readonly mask: Matrix | null;
}

export interface CellGradient {
  readonly dInput: Matrix; //     [B, GH]
  readonly dRecurrent: Matrix; // [B, GH]; the same matrix if both are equal
  /** The gradient of the previous state without the part through the recurrent product. */
  readonly dBefore: CellState;
}

export interface CellOps {
  step(x: CellInput): CellState;
  gradient(x: CellInput, dAfter: CellState): CellGradient;
}

/** The input of the additive score, e = v . tanh(q + k). */
export interface AdditiveInput {
  readonly query: Matrix; // W q, [B, H]; [T B, H] for all steps at once
  readonly keys: Matrix; //  U k, [S B, H]
  readonly v: Matrix; //     [1, H]
  /** From `innerMemory`: tanh(q + k), which the weights write and the gradients read. [S B, H]; [T S B, H] */
  readonly inner?: Matrix | undefined;
}

export interface AdditiveGradient {
  readonly dKeys: Matrix; // [S B, H]
  readonly dV: Matrix; //    [1, H]
}

export interface CrossEntropy {
  readonly loss: Matrix; //    [1, 1]
  readonly dLogits: Matrix; // [N, V]
}

/** The state of training, as kept matrices [1, P]. */
export interface Learned {
  parameters: Matrix;
  mean: Matrix; //     of Adam
  variance: Matrix; // of Adam
}

export interface UpdateSettings {
  readonly clipNorm: number;
  readonly learningRate: number;
  readonly steps: number; // including this update, so at least 1
}
