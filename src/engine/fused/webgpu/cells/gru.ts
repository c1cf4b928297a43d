/** The gated recurrent unit. The gradient recomputes the gates instead of keeping them. */
import type { Matrix } from "../../matrix";
import type { CellOps } from "../../ops";
import type { Gpu } from "../gpu";
import type { AnyRowKernel, RowKernel } from "../rowKernel";

const GATES = `
  let h = before(b, j);
  let un = u(b, 2u * given.cols + j);
  let ar = x(b, j) + u(b, j);
  let az = x(b, given.cols + j) + u(b, given.cols + j);
  let r = sigmoid(ar);
  let z = sigmoid(az);
  let an = x(b, 2u * given.cols + j) + r * un;
  let n = squash(an);`;

const STEP = {
  name: "gruStep",
  results: ["after"],
  by: "each",
  matrices: ["after", "x", "u", "before", "real"], // u = h W_hh + b_hh
  sizes: ["cols"],
  code: `
    fn each(b: u32, j: u32) {
      if (real(b, 0u) < 0.5) { put_after(b, j, before(b, j)); return; }
      ${GATES}
      put_after(b, j, n + z * (h - n));
    }`,
} as const satisfies RowKernel<string, string>;

const GRADIENT = {
  name: "gruGradient",
  results: ["dx", "du", "dh"],
  by: "each",
  matrices: ["dx", "du", "dh", "x", "u", "before", "dAfter", "real"],
  sizes: ["cols"],
  code: `
    fn put(b: u32, j: u32, da: f32) { put_dx(b, j, da); put_du(b, j, da); }
    fn each(b: u32, j: u32) {
      let d = dAfter(b, j);
      if (real(b, 0u) < 0.5) {
        for (var block = 0u; block < 3u; block++) { put(b, block * given.cols + j, 0.0); }
        put_dh(b, j, d);
        return;
      }
      ${GATES}
      let dn = d * sigmoid(-az) * squashSlope(an);
      put(b, j, dn * un * sigmoidSlope(ar));
      put(b, given.cols + j, d * (h - n) * sigmoidSlope(az));
      put_dx(b, 2u * given.cols + j, dn);
      put_du(b, 2u * given.cols + j, dn * r);
      put_dh(b, j, d * z);
    }`,
} as const satisfies RowKernel<string, string>;

export const GRU_KERNELS: readonly AnyRowKernel[] = [STEP, GRADIENT];

/**
 * r = sigmoid(a_r), z = sigmoid(a_z), n = tanh(a_n) with a_r = x_r + u_r, a_z = x_z + u_z, a_n = x_n + r u_n;
 * h' = n + z (h - n), or h at padding. The gradients from d = dh':
 * dx_n = d (1 - z) tanh'(a_n), dx_r = dx_n u_n sigmoid'(a_r), dx_z = d (h - n) sigmoid'(a_z),
 * du_n = r dx_n, du_r = dx_r, du_z = dx_z, and the direct part dh = d z.
 * @param one a column of ones, in place of a mask
 */
export const gru = (gpu: Gpu, one: Matrix): CellOps => ({
  step: ({ input, recurrent, before: { h: before }, mask }) => {
    const { rows: B, cols: H } = before;
    const after = gpu.memory.dense(B, H);
    const matrices = { after, x: input, u: recurrent, before, real: mask ?? one };
    gpu.rows.add(STEP, matrices, { cols: H }, B);
    return { h: after, c: null };
  },
  gradient: ({ input, recurrent, before: { h: before }, mask }, { h: dAfter }) => {
    const { rows: B, cols: H } = before;
    const results = {
      dx: gpu.memory.dense(B, 3 * H),
      du: gpu.memory.dense(B, 3 * H),
      dh: gpu.memory.dense(B, H),
    };
    const matrices = { ...results, x: input, u: recurrent, before, dAfter, real: mask ?? one };
    gpu.rows.add(GRADIENT, matrices, { cols: H }, B);
    const { dx, du, dh } = results;
    return { dInput: dx, dRecurrent: du, dBefore: { h: dh, c: null } };
  },
});
