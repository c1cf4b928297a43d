/** A vector as a small grid of cells: how many, in which shape, and what each cell stands for. */
import { mean } from "d3-array";

/** The most cells that a tile draws; a longer vector is shown by the means of equal blocks. */
const MAX_CELLS = 64;

export interface TileCells {
  readonly columns: number;
  readonly rows: number;
  readonly values: Float32Array; // row by row, columns * rows at most
  /** How many units one cell stands for; 1 where each has its own. */
  readonly unitsPerCell: number;
}

/** Columns of a grid that is close to square, without empty cells where that costs little. */
function gridColumns(count: number): number {
  const side = Math.ceil(Math.sqrt(count));
  for (let columns = side; columns <= Math.ceil(Math.sqrt(2 * count)); columns++)
    if (count % columns === 0) return columns;
  return side;
}

/** The cells of a vector's tile. */
export function tileCells(vector: Float32Array): TileCells {
  const unitsPerCell = Math.max(1, Math.ceil(vector.length / MAX_CELLS));
  const count = Math.ceil(vector.length / unitsPerCell);
  const values = new Float32Array(count);
  for (let i = 0; i < count; i++)
    values[i] = mean(vector.subarray(i * unitsPerCell, (i + 1) * unitsPerCell)) ?? 0;
  const columns = gridColumns(count);
  return { columns, rows: Math.ceil(count / columns), values, unitsPerCell };
}
