/** Elementwise operations. */
import { forEveryRow } from "../matrix";
import type { Ops } from "../ops";
import type { Gpu } from "./gpu";
import type { Program } from "./program";

const ADD = {
  matrices: ["a", "b"],
  sizes: [],
  code: `vec4 values(int r, int c) { return a4(r, c) + b4(r, c); }`,
} as const satisfies Program<string>;

const MULTIPLY = {
  matrices: ["a", "b"],
  sizes: [],
  code: `vec4 values(int r, int c) { return a4(r, c) * b4(r, c); }`,
} as const satisfies Program<string>;

const TANH = {
  matrices: ["x"],
  sizes: [],
  code: `vec4 values(int r, int c) { return squash(x4(r, c)); }`,
} as const satisfies Program<string>;

const TANH_GRADIENT = {
  matrices: ["y", "dy"],
  sizes: [],
  code: `vec4 values(int r, int c) { return dy4(r, c) * (1.0 - y4(r, c) * y4(r, c)); }`,
} as const satisfies Program<string>;

const SELECT = {
  matrices: ["chosen", "a", "b"],
  sizes: [],
  code: `vec4 values(int r, int c) {
    return mix(b4(r, c), a4(r, c), greaterThan(chosen4(r, c), vec4(0.5)));
  }`,
} as const satisfies Program<string>;

/** y = a + b. [N, O] each */
export const add =
  (gpu: Gpu): Ops["add"] =>
  (a, b) =>
    gpu.run(ADD, { a, b }, {}, [a.rows, a.cols]);

/** y = a * b. a [N, O]; b [N, O] or [1, O] */
export const multiply =
  (gpu: Gpu): Ops["multiply"] =>
  (a, b) =>
    gpu.run(MULTIPLY, { a, b: forEveryRow(b) }, {}, [a.rows, a.cols]);

/** y = tanh(x) */
export const tanh =
  (gpu: Gpu): Ops["tanh"] =>
  (m) =>
    gpu.run(TANH, { x: m }, {}, [m.rows, m.cols]);

/** dx = dy (1 - y^2) */
export const tanhGradient =
  (gpu: Gpu): Ops["tanhGradient"] =>
  (y, dy) =>
    gpu.run(TANH_GRADIENT, { y, dy }, {}, [y.rows, y.cols]);

/** a where the mask is 1, b where it is 0. [N, O] each */
export const select =
  (gpu: Gpu): Ops["select"] =>
  (mask, a, b) =>
    gpu.run(SELECT, { chosen: mask, a, b }, {}, [a.rows, a.cols]);
