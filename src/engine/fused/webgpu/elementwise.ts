/** Elementwise operations. */
import { forEveryRow } from "../matrix";
import type { Ops } from "../ops";
import type { Gpu } from "./gpu";
import type { AnyRowKernel, RowKernel } from "./rowKernel";

const ADD = {
  name: "add",
  results: ["y"],
  by: "each",
  matrices: ["y", "a", "b"],
  sizes: ["cols"],
  code: `fn each(r: u32, c: u32) { put_y(r, c, a(r, c) + b(r, c)); }`,
} as const satisfies RowKernel<string, string>;

const MULTIPLY = {
  name: "multiply",
  results: ["y"],
  by: "each",
  matrices: ["y", "a", "b"],
  sizes: ["cols"],
  code: `fn each(r: u32, c: u32) { put_y(r, c, a(r, c) * b(r, c)); }`,
} as const satisfies RowKernel<string, string>;

const TANH = {
  name: "tanhOf",
  results: ["y"],
  by: "each",
  matrices: ["y", "x"],
  sizes: ["cols"],
  code: `fn each(r: u32, c: u32) { put_y(r, c, squash(x(r, c))); }`,
} as const satisfies RowKernel<string, string>;

const TANH_GRADIENT = {
  name: "tanhGradient",
  results: ["dx"],
  by: "each",
  matrices: ["dx", "y", "dy"],
  sizes: ["cols"],
  code: `fn each(r: u32, c: u32) { put_dx(r, c, dy(r, c) * (1.0 - y(r, c) * y(r, c))); }`,
} as const satisfies RowKernel<string, string>;

const SELECT = {
  name: "choose",
  results: ["y"],
  by: "each",
  matrices: ["y", "chosen", "a", "b"],
  sizes: ["cols"],
  code: `fn each(r: u32, c: u32) { put_y(r, c, select(b(r, c), a(r, c), chosen(r, c) > 0.5)); }`,
} as const satisfies RowKernel<string, string>;

export const ELEMENTWISE_KERNELS: readonly AnyRowKernel[] = [
  ADD,
  MULTIPLY,
  TANH,
  TANH_GRADIENT,
  SELECT,
];

/** y = a + b */
export const add =
  (gpu: Gpu): Ops["add"] =>
  (a, b) => {
    const y = gpu.memory.dense(a.rows, a.cols);
    gpu.rows.add(ADD, { y, a, b }, { cols: a.cols }, a.rows);
    return y;
  };

/** y = a * b. [N, O]; b may be [1, O] */
export const multiply =
  (gpu: Gpu): Ops["multiply"] =>
  (a, b) => {
    const y = gpu.memory.dense(a.rows, a.cols);
    gpu.rows.add(MULTIPLY, { y, a, b: forEveryRow(b) }, { cols: a.cols }, a.rows);
    return y;
  };

/** y = tanh(x) */
export const tanh =
  (gpu: Gpu): Ops["tanh"] =>
  (x) => {
    const y = gpu.memory.dense(x.rows, x.cols);
    gpu.rows.add(TANH, { y, x }, { cols: x.cols }, x.rows);
    return y;
  };

/** dx = dy (1 - y^2) */
export const tanhGradient =
  (gpu: Gpu): Ops["tanhGradient"] =>
  (y, dy) => {
    const dx = gpu.memory.dense(y.rows, y.cols);
    gpu.rows.add(TANH_GRADIENT, { dx, y, dy }, { cols: y.cols }, y.rows);
    return dx;
  };

/** y = a where chosen is 1, else b */
export const select =
  (gpu: Gpu): Ops["select"] =>
  (chosen, a, b) => {
    const y = gpu.memory.dense(a.rows, a.cols);
    gpu.rows.add(SELECT, { y, chosen, a, b }, { cols: a.cols }, a.rows);
    return y;
  };
