/** A vector as a small grid of cells. */

/** A longer vector is shown by the means of equal blocks. */
const MAX_CELLS = 64;

/** "whole": a square tile. "half": the upper or lower half of a tile. */
export type TilePart = "whole" | "half";

const SHARES: Readonly<Record<TilePart, { readonly cells: number; readonly aspect: number }>> = {
  whole: { cells: MAX_CELLS, aspect: 1 },
  half: { cells: MAX_CELLS / 2, aspect: 2 },
};

export interface TileCells {
  readonly columns: number;
  readonly rows: number;
  readonly values: Float32Array; // row by row, columns * rows at most
}

/** Units per cell, for a vector of this length. */
export function unitsPerCell(length: number, part: TilePart = "whole"): number {
  return Math.max(1, Math.ceil(length / SHARES[part].cells));
}

/** The mean of a block; zero if a value is no number. */
function meanOf(block: Float32Array): number {
  return block.reduce((total, value) => total + value, 0) / block.length || 0;
}

/** Columns of a grid with about this aspect ratio, without empty cells if a slightly wider grid avoids them. */
function gridColumns(count: number, aspect: number): number {
  const least = Math.ceil(Math.sqrt(aspect * count));
  for (let columns = least; columns <= Math.ceil(Math.sqrt(2 * aspect * count)); columns++)
    if (count % columns === 0) return columns;
  return least;
}

export function tileCells(vector: Float32Array, part: TilePart = "whole"): TileCells {
  const units = unitsPerCell(vector.length, part);
  const count = Math.ceil(vector.length / units);
  const values = new Float32Array(count);
  for (let i = 0; i < count; i++) values[i] = meanOf(vector.subarray(i * units, (i + 1) * units));
  const columns = gridColumns(count, SHARES[part].aspect);
  return { columns, rows: Math.ceil(count / columns), values };
}

/** The two halves of a bidirectional encoder state. */
export function halvesOf(
  vector: Float32Array,
): readonly [forward: Float32Array, backward: Float32Array] {
  const middle = vector.length / 2;
  return [vector.subarray(0, middle), vector.subarray(middle)];
}
