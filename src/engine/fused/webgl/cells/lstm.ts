/** Long short-term memory. The gradient recomputes the gates instead of keeping them. */
import { cutOut, type Matrix, rowsOf } from "../../matrix";
import type { CellOps, CellState } from "../../ops";
import type { Gpu } from "../gpu";
import type { Program } from "../program";

const GATES = `
  vec4 before = memory4(b, j);
  vec4 ai = x4(b, j) + u4(b, j);
  vec4 af = x4(b, H + j) + u4(b, H + j);
  vec4 ag = x4(b, 2 * H + j) + u4(b, 2 * H + j);
  vec4 ao = x4(b, 3 * H + j) + u4(b, 3 * H + j);
  vec4 i = sigmoid(ai), f = sigmoid(af), g = squash(ag), o = sigmoid(ao);
  vec4 after = f * before + i * g;`;

/** The upper half is h', the lower half c'. */
const STEP = {
  matrices: ["x", "u", "hidden", "memory", "real"], // u = h W_hh + b_hh
  sizes: ["B", "H"],
  code: `
    vec4 values(int row, int j) {
      bool isBelow = row >= B;
      int b = isBelow ? row - B : row;
      if (real(b, 0) < 0.5) return isBelow ? memory4(b, j) : hidden4(b, j);
      ${GATES}
      return isBelow ? after : o * squash(after);
    }`,
} as const satisfies Program<string, string>;

/** dx [B, 4H], dh [B, H] and dc [B, H], consecutive: 6 B rows of H numbers. */
const GRADIENT = {
  matrices: ["x", "u", "memory", "dHidden", "dMemory", "real"],
  sizes: ["B", "H"],
  code: `
    vec4 values(int row, int j) {
      bool isState = row >= 4 * B;
      int line = row - 4 * B;
      int block = isState ? 4 + line / B : row % 4; // 0 i, 1 f, 2 g, 3 o, 4 dh, 5 dc
      int b = isState ? line % B : row / 4;
      bool isReal = real(b, 0) > 0.5;
      if (block == 4) return isReal ? vec4(0.0) : dHidden4(b, j);
      if (!isReal) return block == 5 ? dMemory4(b, j) : vec4(0.0);
      ${GATES}
      if (block == 3) return dHidden4(b, j) * squash(after) * sigmoidSlope(ao);
      vec4 d = dMemory4(b, j) + dHidden4(b, j) * o * squashSlope(after); // dc'
      if (block == 0) return d * g * sigmoidSlope(ai);
      if (block == 1) return d * before * sigmoidSlope(af);
      if (block == 2) return d * i * squashSlope(ag);
      return d * f;
    }`,
} as const satisfies Program<string, string>;

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
    const states = { hidden: before.h, memory: memoryOf(before) };
    const matrices = { x: input, u: recurrent, ...states, real: mask ?? one };
    const all = gpu.run(STEP, matrices, { B, H }, [2 * B, H]);
    return { h: rowsOf(all, 0, B), c: rowsOf(all, B, B) };
  },
  gradient: ({ input, recurrent, before, mask }, dAfter) => {
    const { rows: B, cols: H } = before.h;
    const states = { memory: memoryOf(before), dHidden: dAfter.h, dMemory: memoryOf(dAfter) };
    const matrices = { x: input, u: recurrent, ...states, real: mask ?? one };
    const all = gpu.run(GRADIENT, matrices, { B, H }, [6 * B, H]);
    const dInput = cutOut(all, 0, [B, 4 * H]);
    const [h, c] = [cutOut(all, 4 * B * H, [B, H]), cutOut(all, 5 * B * H, [B, H])];
    const dBefore = { h, c };
    return { dInput, dRecurrent: dInput, dBefore };
  },
});

function memoryOf({ c }: CellState): Matrix {
  if (!c) throw new Error("lstm: expected a state with a memory cell, got none");
  return c;
}
