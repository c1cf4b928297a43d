/** Long short-term memory. The gradient recomputes the gates instead of keeping them. */
import type { Matrix } from "../../matrix";
import type { CellOps, CellState } from "../../ops";
import type { Gpu } from "../gpu";
import type { AnyRowKernel, RowKernel } from "../rowKernel";

const GATES = `
  let before = memoryCell(b, j);
  let ai = x(b, j) + u(b, j);
  let af = x(b, given.cols + j) + u(b, given.cols + j);
  let ag = x(b, 2u * given.cols + j) + u(b, 2u * given.cols + j);
  let ao = x(b, 3u * given.cols + j) + u(b, 3u * given.cols + j);
  let i = sigmoid(ai);
  let f = sigmoid(af);
  let g = squash(ag);
  let o = sigmoid(ao);
  let after = f * before + i * g;`;

const STEP = {
  name: "lstmStep",
  results: ["nextHidden", "nextMemory"],
  by: "each",
  matrices: ["nextHidden", "nextMemory", "x", "u", "hidden", "memoryCell", "real"], // u = h W_hh + b_hh
  sizes: ["cols"],
  code: `
    fn each(b: u32, j: u32) {
      if (real(b, 0u) < 0.5) {
        put_nextHidden(b, j, hidden(b, j));
        put_nextMemory(b, j, memoryCell(b, j));
        return;
      }
      ${GATES}
      put_nextHidden(b, j, o * squash(after));
      put_nextMemory(b, j, after);
    }`,
} as const satisfies RowKernel<string, string>;

const GRADIENT = {
  name: "lstmGradient",
  results: ["da", "dh", "dc"],
  by: "each",
  matrices: ["da", "dh", "dc", "x", "u", "memoryCell", "dHidden", "dMemory", "real"],
  sizes: ["cols"],
  code: `
    fn each(b: u32, j: u32) {
      if (real(b, 0u) < 0.5) {
        for (var block = 0u; block < 4u; block++) { put_da(b, block * given.cols + j, 0.0); }
        put_dh(b, j, dHidden(b, j));
        put_dc(b, j, dMemory(b, j));
        return;
      }
      ${GATES}
      let d = dMemory(b, j) + dHidden(b, j) * o * squashSlope(after); // dc'
      put_da(b, j, d * g * sigmoidSlope(ai));
      put_da(b, given.cols + j, d * before * sigmoidSlope(af));
      put_da(b, 2u * given.cols + j, d * i * squashSlope(ag));
      put_da(b, 3u * given.cols + j, dHidden(b, j) * squash(after) * sigmoidSlope(ao));
      put_dh(b, j, 0.0);
      put_dc(b, j, d * f);
    }`,
} as const satisfies RowKernel<string, string>;

export const LSTM_KERNELS: readonly AnyRowKernel[] = [STEP, GRADIENT];

/**
 * a = x + u in blocks; i = sigmoid(a_i), f = sigmoid(a_f), g = tanh(a_g), o = sigmoid(a_o),
 * c' = f c + i g, h' = o tanh(c'), or c and h at padding. The gradients from d = dc' + dh' o tanh'(c'):
 * da_i = d g sigmoid'(a_i), da_f = d c sigmoid'(a_f), da_g = d i tanh'(a_g), da_o = dh' tanh(c') sigmoid'(a_o),
 * and dc = d f.
 * @param one a column of ones, in place of a mask
 */
export const lstm = (gpu: Gpu, one: Matrix): CellOps => ({
  step: ({ input, recurrent, before, mask }) => {
    const { rows: B, cols: H } = before.h;
    const [nextHidden, nextMemory] = [gpu.memory.dense(B, H), gpu.memory.dense(B, H)];
    const states = { nextHidden, nextMemory, hidden: before.h, memoryCell: memoryOf(before) };
    gpu.rows.add(STEP, { ...states, x: input, u: recurrent, real: mask ?? one }, { cols: H }, B);
    return { h: nextHidden, c: nextMemory };
  },
  gradient: ({ input, recurrent, before, mask }, dAfter) => {
    const { rows: B, cols: H } = before.h;
    const da = gpu.memory.dense(B, 4 * H);
    const [dh, dc] = [gpu.memory.dense(B, H), gpu.memory.dense(B, H)];
    const states = { memoryCell: memoryOf(before), dHidden: dAfter.h, dMemory: memoryOf(dAfter) };
    const matrices = { da, dh, dc, x: input, u: recurrent, ...states, real: mask ?? one };
    gpu.rows.add(GRADIENT, matrices, { cols: H }, B);
    return { dInput: da, dRecurrent: da, dBefore: { h: dh, c: dc } };
  },
});

function memoryOf({ c }: CellState): Matrix {
  if (!c) throw new Error("lstm: expected a state with a memory cell, got none");
  return c;
}
