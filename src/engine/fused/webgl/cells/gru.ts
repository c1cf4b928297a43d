/** The gated recurrent unit. The gradient recomputes the gates instead of keeping them. */
import { cutOut, type Matrix } from "../../matrix";
import type { CellOps } from "../../ops";
import type { Gpu } from "../gpu";
import type { Program } from "../program";

const GATES = `
  vec4 h = before4(b, j), un = u4(b, 2 * H + j);
  vec4 ar = x4(b, j) + u4(b, j);
  vec4 az = x4(b, H + j) + u4(b, H + j);
  vec4 r = sigmoid(ar), z = sigmoid(az);
  vec4 an = x4(b, 2 * H + j) + r * un;
  vec4 n = squash(an);`;

const STEP = {
  matrices: ["x", "u", "before", "real"], // u = h W_hh + b_hh
  sizes: ["H"],
  code: `
    vec4 values(int b, int j) {
      if (real(b, 0) < 0.5) return before4(b, j);
      ${GATES}
      return n + z * (h - n);
    }`,
} as const satisfies Program<string, string>;

/** dx [B, 3H], du [B, 3H] and dh [B, H], consecutive: 7 B rows of H numbers. */
const GRADIENT = {
  matrices: ["x", "u", "before", "dAfter", "real"],
  sizes: ["B", "H"],
  code: `
    vec4 values(int row, int j) {
      int part = row / (3 * B); // 0 dx, 1 du, 2 dh
      int line = row - part * 3 * B;
      int b = part == 2 ? line : line / 3;
      int block = line - b * 3; // 0 r, 1 z, 2 n
      vec4 d = dAfter4(b, j);
      if (real(b, 0) < 0.5) return part == 2 ? d : vec4(0.0);
      ${GATES}
      if (part == 2) return d * z;
      if (block == 1) return d * (h - n) * sigmoidSlope(az);
      vec4 dn = d * sigmoid(-az) * squashSlope(an);
      if (block == 0) return dn * un * sigmoidSlope(ar);
      return part == 0 ? dn : dn * r;
    }`,
} as const satisfies Program<string, string>;

/**
 * r = sigmoid(a_r), z = sigmoid(a_z), n = tanh(a_n) with a_r = x_r + u_r, a_z = x_z + u_z, a_n = x_n + r u_n;
 * h' = n + z (h - n), or h at padding. The gradients from d = dh':
 * dx_n = d (1 - z) tanh'(a_n), dx_r = dx_n u_n sigmoid'(a_r), dx_z = d (h - n) sigmoid'(a_z),
 * du_n = r dx_n, du_r = dx_r, du_z = dx_z, and the direct part dh = d z.
 * @param one a column of ones, in place of a mask
 */
export const gru = (gpu: Gpu, one: Matrix): CellOps => ({
  step: ({ input, recurrent, before, mask }) => {
    const { rows: B, cols: H } = before.h;
    const matrices = { x: input, u: recurrent, before: before.h, real: mask ?? one };
    return { h: gpu.run(STEP, matrices, { H }, [B, H]), c: null };
  },
  gradient: ({ input, recurrent, before, mask }, { h: dAfter }) => {
    const { rows: B, cols: H } = before.h;
    const matrices = { x: input, u: recurrent, before: before.h, dAfter, real: mask ?? one };
    const all = gpu.run(GRADIENT, matrices, { B, H }, [7 * B, H]);
    return {
      dInput: cutOut(all, 0, [B, 3 * H]),
      dRecurrent: cutOut(all, 3 * B * H, [B, 3 * H]),
      dBefore: { h: cutOut(all, 6 * B * H, [B, H]), c: null },
    };
  },
});
