/** The few logits of an output layer that fix all others. */
import { at, type Vector } from "../engine/reference/linearAlgebra";

/** Columns of a matrix whose values fix a whole vector x W, and how. */
export interface Basis {
  readonly columns: readonly number[];
  /** For each of these columns what one unit of it adds to every column. */
  readonly rows: readonly Vector[];
}

const NOTHING = 1e-6; // of the largest number: what rounding leaves

/** The place of the largest number in these rows. */
function largestOf(rows: readonly Vector[]): { row: number; column: number; size: number } {
  let found = { row: 0, column: 0, size: 0 };
  rows.forEach((values, row) =>
    values.forEach((value, column) => {
      if (Math.abs(value) > found.size) found = { row, column, size: Math.abs(value) };
    }),
  );
  return found;
}

const scaled = (row: Vector, factor: number): Vector => row.map((value) => value * factor);

const without = (row: Vector, pivot: Vector, factor: number): Vector =>
  row.map((value, i) => value - factor * at(pivot, i));

/** Gauss-Jordan elimination with the largest number as pivot; it has as many columns as the matrix has rank. */
export function basisOf(matrix: readonly Vector[]): Basis {
  const limit = NOTHING * largestOf(matrix).size;
  const columns: number[] = [];
  let [done, left]: (readonly Vector[])[] = [[], matrix];
  for (;;) {
    const { row, column, size } = largestOf(left ?? []);
    const chosen = left?.[row];
    if (size <= limit || !chosen) return { columns, rows: done ?? [] };
    const pivot = scaled(chosen, 1 / at(chosen, column));
    const cleared = (each: Vector): Vector => without(each, pivot, at(each, column));
    done = [...(done ?? []).map(cleared), pivot];
    left = left?.filter((_, i) => i !== row).map(cleared);
    columns.push(column);
  }
}

/** All logits of a row, computed from those in the columns of the basis alone. logits, bias [V] */
export function logitsFrom({ columns, rows }: Basis, logits: Vector, bias: Vector): number[] {
  const own = columns.map((column) => at(logits, column) - at(bias, column));
  return bias.map((start, v) => rows.reduce((sum, row, i) => sum + at(own, i) * at(row, v), start));
}
