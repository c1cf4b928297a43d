/** Elementwise operations. */
import { forEveryRow } from "../matrix";
import type { Ops } from "../ops";
import type { Gpu } from "./gpu";
import type { Kernel } from "./kernel";

const ADD = {
  matrices: ["y", "a", "b"],
  sizes: [],
  code: `fn each(r: u32, c: u32) { put_y(r, c, a(r, c) + b(r, c)); }`,
} as const satisfies Kernel<string>;

const MULTIPLY = {
  matrices: ["y", "a", "b"],
  sizes: [],
  code: `fn each(r: u32, c: u32) { put_y(r, c, a(r, c) * b(r, c)); }`,
} as const satisfies Kernel<string>;

const TANH = {
  matrices: ["y", "x"],
  sizes: [],
  code: `fn each(r: u32, c: u32) { put_y(r, c, squash(x(r, c))); }`,
} as const satisfies Kernel<string>;

const TANH_GRADIENT = {
  matrices: ["dx", "y", "dy"],
  sizes: [],
  code: `fn each(r: u32, c: u32) { put_dx(r, c, dy(r, c) * (1.0 - y(r, c) * y(r, c))); }`,
} as const satisfies Kernel<string>;

const SELECT = {
  matrices: ["y", "chosen", "a", "b"],
  sizes: [],
  code: `fn each(r: u32, c: u32) { put_y(r, c, select(b(r, c), a(r, c), chosen(r, c) > 0.5)); }`,
} as const satisfies Kernel<string>;

/** y = a + b */
export const add =
  (gpu: Gpu): Ops["add"] =>
  (a, b) => {
    const y = gpu.memory.dense(a.rows, a.cols);
    gpu.each(ADD, { y, a, b }, {}, [a.rows, a.cols]);
    return y;
  };

/** y = a * b. [N, O]; b may be [1, O] */
export const multiply =
  (gpu: Gpu): Ops["multiply"] =>
  (a, b) => {
    const y = gpu.memory.dense(a.rows, a.cols);
    gpu.each(MULTIPLY, { y, a, b: forEveryRow(b) }, {}, [a.rows, a.cols]);
    return y;
  };

/** y = tanh(x) */
export const tanh =
  (gpu: Gpu): Ops["tanh"] =>
  (x) => {
    const y = gpu.memory.dense(x.rows, x.cols);
    gpu.each(TANH, { y, x }, {}, [x.rows, x.cols]);
    return y;
  };

/** dx = dy (1 - y^2) */
export const tanhGradient =
  (gpu: Gpu): Ops["tanhGradient"] =>
  (y, dy) => {
    const dx = gpu.memory.dense(y.rows, y.cols);
    gpu.each(TANH_GRADIENT, { dx, y, dy }, {}, [y.rows, y.cols]);
    return dx;
  };

/** y = a where chosen is 1, else b */
export const select =
  (gpu: Gpu): Ops["select"] =>
  (chosen, a, b) => {
    const y = gpu.memory.dense(a.rows, a.cols);
    gpu.each(SELECT, { y, chosen, a, b }, {}, [a.rows, a.cols]);
    return y;
  };
