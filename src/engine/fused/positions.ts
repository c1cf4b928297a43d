/** Converts a batch's arrays, ordered by pair, to matrices ordered by position: row (s, b) is s B + b. */
import type { Batch, SourceRows } from "../batch";
import type { Matrix } from "./matrix";
import type { Ops } from "./ops";

/** The sources of a batch. */
export interface SourcePositions {
  readonly batch: number; //  B
  readonly length: number; // S
  readonly ids: Matrix; //    [S B, 1], padded with <pad>
  readonly mask: Matrix; //   [S B, 1] 1 at real tokens, 0 at padding
  readonly byPair: Matrix; // [B, S]   the same, for attention
  /** Length of the shortest source: earlier positions need no mask. */
  readonly shortest: number;
}

/**
 * Reorders values from pairs first to positions first.
 * @param values [B, N, width], row-major
 * @returns [N, B, width]
 */
export function byPosition(
  values: ArrayLike<number>,
  [B, N]: readonly [batch: number, positions: number],
): Float32Array {
  const width = values.length / (B * N);
  const swapped = new Float32Array(values.length);
  for (let b = 0; b < B; b++)
    for (let n = 0; n < N; n++)
      for (let i = 0; i < width; i++)
        swapped[(n * B + b) * width + i] = values[(b * N + n) * width + i] ?? 0;
  return swapped;
}

/** 1 at the first `lengths[row]` positions of each row, then 0; row-major [B, length]. */
function lengthMask(lengths: readonly number[], length: number): Float32Array {
  const mask = new Float32Array(lengths.length * length);
  lengths.forEach((real, row) => mask.fill(1, row * length, row * length + real));
  return mask;
}

/** The sources of a batch as matrices. */
export function sourcePositions(ops: Ops, batch: SourceRows): SourcePositions {
  const { size: B, sourceLength: S, source, sourceLengths } = batch;
  const real = lengthMask(sourceLengths, S);
  return {
    batch: B,
    length: S,
    ids: tokenColumn(ops, source, [B, S]),
    mask: ops.matrix(byPosition(real, [B, S]), S * B, 1),
    byPair: ops.matrix(real, B, S),
    shortest: Math.min(...sourceLengths),
  };
}

/** Ids as a column, by position. [B, N] row-major -> [N B, 1] */
export function tokenColumn(
  ops: Ops,
  ids: ArrayLike<number>,
  [B, N]: readonly [batch: number, positions: number],
): Matrix {
  return ops.matrix(byPosition(ids, [B, N]), N * B, 1);
}

/** The targets of the loss, and a mask of the real ones. [T B, 1] each */
export function targetPositions(
  ops: Ops,
  { size: B, targetLength: T, targetOut, targetLengths }: Batch,
): { readonly ids: Matrix; readonly mask: Matrix } {
  const mask = byPosition(lengthMask(targetLengths, T), [B, T]);
  return { ids: tokenColumn(ops, targetOut, [B, T]), mask: ops.matrix(mask, T * B, 1) };
}
