/** The tanh recurrent network. The gradient recomputes the state instead of keeping it. */
import type { Matrix } from "../../matrix";
import type { CellOps } from "../../ops";
import type { Gpu } from "../gpu";
import type { AnyRowKernel, RowKernel } from "../rowKernel";

const STEP = {
  name: "rnnStep",
  results: ["after"],
  by: "each",
  matrices: ["after", "x", "u", "before", "real"], // u = h W_hh + b_hh
  sizes: ["cols"],
  code: `
    fn each(b: u32, j: u32) {
      if (real(b, 0u) < 0.5) { put_after(b, j, before(b, j)); return; }
      put_after(b, j, squash(x(b, j) + u(b, j)));
    }`,
} as const satisfies RowKernel<string, string>;

const GRADIENT = {
  name: "rnnGradient",
  results: ["dx", "dh"],
  by: "each",
  matrices: ["dx", "dh", "x", "u", "dAfter", "real"],
  sizes: ["cols"],
  code: `
    fn each(b: u32, j: u32) {
      let d = dAfter(b, j);
      let isReal = real(b, 0u) > 0.5;
      put_dx(b, j, select(0.0, d * squashSlope(x(b, j) + u(b, j)), isReal));
      put_dh(b, j, select(d, 0.0, isReal));
    }`,
} as const satisfies RowKernel<string, string>;

export const RNN_KERNELS: readonly AnyRowKernel[] = [STEP, GRADIENT];

/**
 * h' = tanh(x + u), da = dh' tanh'(x + u) at real tokens; at padding the state is unchanged and dh = dh'.
 * @param one a column of ones, in place of a mask
 */
export const rnn = (gpu: Gpu, one: Matrix): CellOps => ({
  step: ({ input, recurrent, before: { h: before }, mask }) => {
    const { rows: B, cols: H } = before;
    const after = gpu.memory.dense(B, H);
    const matrices = { after, x: input, u: recurrent, before, real: mask ?? one };
    gpu.rows.add(STEP, matrices, { cols: H }, B);
    return { h: after, c: null };
  },
  gradient: ({ input, recurrent, before, mask }, { h: dAfter }) => {
    const { rows: B, cols: H } = before.h;
    const [dx, dh] = [gpu.memory.dense(B, H), gpu.memory.dense(B, H)];
    const matrices = { dx, dh, x: input, u: recurrent, dAfter, real: mask ?? one };
    gpu.rows.add(GRADIENT, matrices, { cols: H }, B);
    return { dInput: dx, dRecurrent: dx, dBefore: { h: dh, c: null } };
  },
});
