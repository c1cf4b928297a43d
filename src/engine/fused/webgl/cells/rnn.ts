/** The tanh recurrent network. The gradient recomputes the state instead of keeping it. */
import { type Matrix, rowsOf } from "../../matrix";
import type { CellOps } from "../../ops";
import type { Gpu } from "../gpu";
import type { Program } from "../program";

const STEP = {
  matrices: ["x", "u", "before", "real"], // u = h W_hh + b_hh
  sizes: [],
  code: `
    vec4 values(int b, int j) {
      return real(b, 0) > 0.5 ? squash(x4(b, j) + u4(b, j)) : before4(b, j);
    }`,
} as const satisfies Program<string>;

/** The upper half is da, the lower half dh. */
const GRADIENT = {
  matrices: ["x", "u", "dAfter", "real"],
  sizes: ["B"],
  code: `
    vec4 values(int row, int j) {
      bool isBelow = row >= B;
      int b = isBelow ? row - B : row;
      vec4 d = dAfter4(b, j);
      bool isReal = real(b, 0) > 0.5;
      if (isBelow == isReal) return vec4(0.0);
      return isBelow ? d : d * squashSlope(x4(b, j) + u4(b, j));
    }`,
} as const satisfies Program<string, string>;

/**
 * h' = tanh(x + u), da = dh' tanh'(x + u) at real tokens; at padding the state is unchanged and dh = dh'.
 * @param one a column of ones, in place of a mask
 */
export const rnn = (gpu: Gpu, one: Matrix): CellOps => ({
  step: ({ input, recurrent, before, mask }) => {
    const matrices = { x: input, u: recurrent, before: before.h, real: mask ?? one };
    return { h: gpu.run(STEP, matrices, {}, [before.h.rows, before.h.cols]), c: null };
  },
  gradient: ({ input, recurrent, before, mask }, { h: dAfter }) => {
    const { rows: B, cols: H } = before.h;
    const matrices = { x: input, u: recurrent, dAfter, real: mask ?? one };
    const all = gpu.run(GRADIENT, matrices, { B }, [2 * B, H]);
    const dInput = rowsOf(all, 0, B);
    return { dInput, dRecurrent: dInput, dBefore: { h: rowsOf(all, B, B), c: null } };
  },
});
