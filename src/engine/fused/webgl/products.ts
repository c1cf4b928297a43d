/** Matrix products: each thread computes four numbers of the result. */
import { forEveryRow } from "../matrix";
import type { Ops } from "../ops";
import type { Gpu } from "./gpu";
import type { Program } from "./program";

/** Four terms of four sums at a time, then the remaining terms. */
const SUM = `
  vec4 sum = vec4(0.0);
  int left = aPlace(n, 0), right = bPlace(0, o), i = 0;
  for (; i + 3 < inner; i += 4) {
    vec4 x = a4At(left);
    sum += x.x * b4At(right) + x.y * b4At(right + bStride);
    right += 2 * bStride;
    sum += x.z * b4At(right) + x.w * b4At(right + bStride);
    left += 4;
    right += 2 * bStride;
  }
  for (; i < inner; i++) sum += a(n, i) * b4(i, o);`;

const PRODUCT = {
  matrices: ["a", "b"],
  sizes: ["inner"],
  code: `vec4 values(int n, int o) { ${SUM} return sum; }`,
} as const satisfies Program<string, string>;

const PRODUCT_PLUS = {
  matrices: ["a", "b", "plus"],
  sizes: ["inner"],
  code: `vec4 values(int n, int o) { ${SUM} return sum + plus4(n, o); }`,
} as const satisfies Program<string, string>;

const PRODUCT_PLUS_BOTH = {
  matrices: ["a", "b", "plus", "also"],
  sizes: ["inner"],
  code: `vec4 values(int n, int o) { ${SUM} return sum + plus4(n, o) + also4(n, o); }`,
} as const satisfies Program<string, string>;

const OUTER_PRODUCT = {
  matrices: ["a", "b"],
  sizes: ["inner"],
  code: `
    vec4 values(int i, int o) {
      vec4 sum = vec4(0.0);
      int left = aPlace(0, i), right = bPlace(0, o);
      for (int n = 0; n < inner; n++) {
        sum += aAt(left) * b4At(right);
        left += aStride;
        right += bStride;
      }
      return sum;
    }`,
} as const satisfies Program<string, string>;

const TRANSPOSE = {
  matrices: ["x"],
  sizes: [],
  code: `vec4 values(int r, int c) { return vec4(x(c, r), x(c + 1, r), x(c + 2, r), x(c + 3, r)); }`,
} as const satisfies Program<string>;

/** y_no = sum over i of a_ni b_io, + plus_no + also_no. [N, I] [I, O] -> [N, O] */
export const product =
  (gpu: Gpu): Ops["product"] =>
  (a, b, first, second) => {
    const [sizes, shape] = [{ inner: a.cols }, [a.rows, b.cols]] as const;
    const plus = first ?? second;
    if (!plus) return gpu.run(PRODUCT, { a, b }, sizes, shape);
    const matrices = { a, b, plus: forEveryRow(plus) };
    return first && second
      ? gpu.run(PRODUCT_PLUS_BOTH, { ...matrices, also: second }, sizes, shape)
      : gpu.run(PRODUCT_PLUS, matrices, sizes, shape);
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
