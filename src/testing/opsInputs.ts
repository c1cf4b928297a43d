/** Seeded inputs for cases of fused operations, as whole matrices or as windows on larger ones. */
import { columnsOf, cutOut, type Matrix, rowsOf } from "../engine/fused/matrix";
import type { Ops } from "../engine/fused/ops";
import { createRandom } from "../engine/rng";

/** Draws arguments in sequence. */
export interface Draw {
  /** Uniform in [-scale, scale). */
  numbers(rows: number, cols: number, scale?: number): Matrix;
  /** Whole numbers from -largest to largest, times a step: their sums are exact in float32. */
  whole(rows: number, cols: number, largest: number, step?: number): Matrix;
  /** Uniform in [-1, 1) up to a random length of each row, then 0, like data with padding. */
  ragged(rows: number, cols: number): Matrix;
  /** 1 up to a random length of each row, at least one, then 0. */
  mask(rows: number, cols: number): Matrix;
  /** Independent 0 or 1; the first is 1. */
  bits(rows: number, cols: number): Matrix;
  /** [rows, 1], whole numbers in [0, bound). */
  ids(rows: number, bound: number): Matrix;
}

/** The layout of an argument in memory. */
type Layout = "whole" | "rows" | "block" | "cut";

const WINDOWS: readonly Layout[] = ["rows", "block", "cut"];
const JUNK = 1000; // around a window, to reveal wrong reads

/**
 * @param label the same label draws the same numbers for all operations
 * @param windows whether each argument is a window, with alternating layouts, or a whole matrix
 */
export function createDraw(ops: Ops, label: string, windows: boolean): Draw {
  const random = createRandom(1, label);
  let made = label.length; // varies the first argument's layout between cases
  const uniform = (): number => 2 * random.next() - 1;
  const place = (rows: number, cols: number, number: () => number): Matrix => {
    const values = Float32Array.from({ length: rows * cols }, number);
    const layout = windows ? (WINDOWS[made++ % WINDOWS.length] ?? "whole") : "whole";
    return layOut(ops, layout, values, [rows, cols]);
  };
  const runs = (rows: number, cols: number, number: () => number): Matrix => {
    const lengths = Array.from({ length: rows }, () => 1 + random.below(cols));
    let i = 0;
    return place(rows, cols, () => {
      const isReal = i % cols < (lengths[Math.floor(i / cols)] ?? 0);
      i++;
      return isReal ? number() : 0;
    });
  };
  return {
    numbers: (rows, cols, scale = 1) => place(rows, cols, () => scale * uniform()),
    whole: (rows, cols, largest, step = 1) =>
      place(rows, cols, () => step * (random.below(2 * largest + 1) - largest)),
    ragged: (rows, cols) => runs(rows, cols, uniform),
    mask: (rows, cols) => runs(rows, cols, () => 1),
    bits: (rows, cols) => {
      let isFirst = true;
      return place(rows, cols, () => {
        const bit = isFirst ? 1 : random.below(2);
        isFirst = false;
        return bit;
      });
    },
    ids: (rows, bound) => place(rows, 1, () => random.below(bound)),
  };
}

function layOut(
  ops: Ops,
  layout: Layout,
  values: Float32Array,
  [rows, cols]: readonly [number, number],
): Matrix {
  switch (layout) {
    case "whole":
      return ops.matrix(values, rows, cols);
    case "rows": // 2 rows above, 1 below
      return rowsOf(ops.matrix(surround(values, 2 * cols, cols), rows + 3, cols), 2, rows);
    case "block": {
      // 1 row above, 3 columns to the left, 2 to the right
      const wide = new Float32Array((rows + 1) * (cols + 5)).fill(JUNK);
      for (let row = 0; row < rows; row++)
        wide.set(values.subarray(row * cols, (row + 1) * cols), (row + 1) * (cols + 5) + 3);
      return columnsOf(rowsOf(ops.matrix(wide, rows + 1, cols + 5), 1, rows), 3, cols);
    }
    case "cut": {
      const row = surround(values, 7, 2);
      return cutOut(ops.matrix(row, 1, row.length), 7, [rows, cols]);
    }
    default:
      return layout satisfies never;
  }
}

function surround(values: Float32Array, before: number, after: number): Float32Array {
  const all = new Float32Array(before + values.length + after).fill(JUNK);
  all.set(values, before);
  return all;
}
