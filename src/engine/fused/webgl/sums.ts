/** Sums over many rows, in two runs if one thread would sum too many. */
import type { Matrix } from "../matrix";
import type { Gpu } from "./gpu";
import type { Program } from "./program";

const COLUMN_SUMS = {
  matrices: ["x"],
  sizes: ["rows", "parts"],
  code: `
    vec4 values(int part, int c) {
      vec4 sum = vec4(0.0);
      for (int r = part; r < rows; r += parts) sum += x4(r, c);
      return sum;
    }`,
} as const satisfies Program<string, string>;

/** The sum of squares of every `cols`-th number. */
const SQUARES = {
  matrices: ["x"],
  sizes: ["numbers"],
  code: `
    vec4 values(int r, int c) {
      vec4 sum = vec4(0.0);
      for (int i = c; i < numbers; i += cols) {
        vec4 next = x4(0, i);
        sum += mix(vec4(0.0), next * next, isWithin(numbers - i));
      }
      return sum;
    }`,
} as const satisfies Program<string, string>;

const ROW_SUM = {
  matrices: ["x"],
  sizes: ["width"],
  code: `
    vec4 values(int r, int c) {
      float sum = 0.0;
      for (int i = 0; i < width; i += 4) sum += sumUpTo(width - i, x4(r, i));
      return vec4(sum);
    }`,
} as const satisfies Program<string, string>;

const MOST_AT_ONCE = 512; // rows; for more, a second run is faster

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
  const width = 4 * Math.ceil(Math.sqrt(x.cols) / 2); // balances the two runs
  const sums = gpu.run(SQUARES, { x }, { numbers: x.cols }, [1, width]);
  return gpu.run(ROW_SUM, { x: sums }, { width }, [1, 1]);
}
