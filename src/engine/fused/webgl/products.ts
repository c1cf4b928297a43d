/** Matrix products: each number of the result is one sum, on a thread of its own. */
import type { Matrix } from "../matrix";
import type { Ops } from "../ops";
import type { Gpu } from "./gpu";
import type { Program } from "./program";

const PRODUCT = {
  matrices: ["a", "b"],
  sizes: ["inner"],
  code: `
    float value(int n, int o) {
      float sum = 0.0;
      for (int i = 0; i < inner; i++) sum += a(n, i) * b(i, o);
      return sum;
    }`,
} as const satisfies Program<string, string>;

const PRODUCT_PLUS = {
  matrices: ["a", "b", "plus"],
  sizes: ["inner"],
  code: `
    float value(int n, int o) {
      float sum = 0.0;
      for (int i = 0; i < inner; i++) sum += a(n, i) * b(i, o);
      return sum + plus(n, o);
    }`,
} as const satisfies Program<string, string>;

const OUTER_PRODUCT = {
  matrices: ["a", "b"],
  sizes: ["inner"],
  code: `
    float value(int i, int o) {
      float sum = 0.0;
      for (int n = 0; n < inner; n++) sum += a(n, i) * b(n, o);
      return sum;
    }`,
} as const satisfies Program<string, string>;

const TRANSPOSE = {
  matrices: ["x"],
  sizes: [],
  code: `float value(int r, int c) { return x(c, r); }`,
} as const satisfies Program<string>;

/** y_no = sum over i of a_ni b_io, + plus_no. [N, I] [I, O] -> [N, O] */
export const product =
  (gpu: Gpu): Ops["product"] =>
  (a, b, plus) => {
    const [sizes, shape] = [{ inner: a.cols }, [a.rows, b.cols]] as const;
    return plus
      ? gpu.run(PRODUCT_PLUS, { a, b, plus: forEveryRow(plus) }, sizes, shape)
      : gpu.run(PRODUCT, { a, b }, sizes, shape);
  };

/** y_io = sum over n of a_ni b_no. [N, I] [N, O] -> [I, O] */
export const outerProduct =
  (gpu: Gpu): Ops["outerProduct"] =>
  (a, b) =>
    gpu.run(OUTER_PRODUCT, { a, b }, { inner: a.rows }, [a.cols, b.cols]);

/** y_oi = x_io */
export const transpose =
  (gpu: Gpu): Ops["transpose"] =>
  (m) =>
    gpu.run(TRANSPOSE, { x: m }, {}, [m.cols, m.rows]);

/** A single row as if it stood in every row; any other matrix as it is. */
export function forEveryRow(m: Matrix): Matrix {
  return m.rows === 1 ? { ...m, stride: 0 } : m;
}
