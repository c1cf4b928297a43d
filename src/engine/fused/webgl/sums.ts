/** Sums over many rows, in two runs where one thread would add up too many. */
import type { Matrix } from "../matrix";
import type { Gpu } from "./gpu";
import type { Program } from "./program";

const COLUMN_SUMS = {
  matrices: ["x"],
  sizes: ["rows", "parts"],
  code: `
    float value(int part, int c) {
      float sum = 0.0;
      for (int r = part; r < rows; r += parts) sum += x(r, c);
      return sum;
    }`,
} as const satisfies Program<string, string>;

const SQUARES = {
  matrices: ["x"],
  sizes: ["numbers", "parts"],
  code: `
    float value(int part, int c) {
      float sum = 0.0;
      for (int i = part; i < numbers; i += parts) sum += x(0, i) * x(0, i);
      return sum;
    }`,
} as const satisfies Program<string, string>;

const MOST_AT_ONCE = 512; // rows; more are worth a second run

/** y_o = sum over n of x_no. [N, O] -> [1, O] */
export function columnSums(gpu: Gpu, x: Matrix): Matrix {
  const { rows, cols } = x;
  const isLong = rows > MOST_AT_ONCE;
  const parts = isLong ? Math.ceil(Math.sqrt(rows)) : 1;
  const sums = gpu.run(COLUMN_SUMS, { x }, { rows, parts }, [parts, cols]);
  return isLong ? columnSums(gpu, sums) : sums;
}

/** Sum of the squares of a row of numbers. [1, n] -> [1, 1] */
export function sumOfSquares(gpu: Gpu, x: Matrix): Matrix {
  const parts = Math.ceil(Math.sqrt(x.cols));
  const sums = gpu.run(SQUARES, { x }, { numbers: x.cols, parts }, [parts, 1]);
  return gpu.run(COLUMN_SUMS, { x: sums }, { rows: parts, parts: 1 }, [1, 1]);
}
