/** Attention over source positions: the forward pass. Keys and values: row (s, b) is s B + b. */
import type { Matrix } from "../matrix";
import type { Ops } from "../ops";
import type { Gpu } from "./gpu";
import type { AnyRowKernel, RowKernel } from "./rowKernel";
import { SCORES } from "./scores";

/** WGSL: the scores of a pair, then their softmax over its real tokens. */
const SOFTMAX = `
  fn row(S: u32, b: u32, thread: u32) {
    score(S, b, thread);
    let isWithin = b < run.rows;
    var largest = -3.4e38;
    var sum = 0.0;
    if (isWithin) {
      for (var s = 0u; s < S; s++) {
        if (real(b, s) > 0.5) { largest = max(largest, y(b, s)); }
      }
      for (var s = 0u; s < S; s++) {
        if (real(b, s) > 0.5) { sum += exp(y(b, s) - largest); }
      }
    }
    storageBarrier(); // all threads have read the scores
    if (!isWithin) { return; }
    for (var s = thread % 64u; s < S; s += 64u) {
      if (real(b, s) > 0.5) { put_y(b, s, exp(y(b, s) - largest) / sum); } else { put_y(b, s, 0.0); }
    }
  }`;

const ADDITIVE_WEIGHTS = {
  name: "additiveWeights",
  matrices: ["y", "query", "keys", "v", "real"],
  results: ["y"],
  shared: ["v"],
  sizes: ["S", "width"],
  by: "row",
  code: `
    fn term(b: u32, key: u32, h: u32) -> f32 { return v(0u, h) * squash(query(b, h) + keys(key, h)); }
    ${SCORES}
    ${SOFTMAX}`,
} as const satisfies RowKernel<string, string>;

const DOT_WEIGHTS = {
  name: "dotWeights",
  matrices: ["y", "query", "keys", "real"],
  results: ["y"],
  sizes: ["S", "width"],
  by: "row",
  code: `
    fn term(b: u32, key: u32, h: u32) -> f32 { return query(b, h) * keys(key, h); }
    ${SCORES}
    ${SOFTMAX}`,
} as const satisfies RowKernel<string, string>;

const WEIGHTED_SUM = {
  name: "weightedSum",
  matrices: ["y", "weights", "states"],
  results: ["y"],
  sizes: ["cols", "S"],
  by: "each",
  code: `
    fn each(b: u32, k: u32) {
      var sum = 0.0;
      for (var s = 0u; s < given.S; s++) { sum += weights(b, s) * states(s * run.rows + b, k); }
      put_y(b, k, sum);
    }`,
} as const satisfies RowKernel<string, string>;

export const ATTENTION_KERNELS: readonly AnyRowKernel[] = [
  ADDITIVE_WEIGHTS,
  DOT_WEIGHTS,
  WEIGHTED_SUM,
];

/** a_s = softmax over s of sum over h of v_h tanh(q_h + k_sh). [B, H] [S B, H] -> [B, S] */
export const additiveWeights =
  (gpu: Gpu): Ops["additiveWeights"] =>
  ({ query, keys, v }, mask) => {
    const y = gpu.memory.dense(mask.rows, mask.cols);
    const matrices = { y, query, keys, v, real: mask };
    gpu.rows.add(ADDITIVE_WEIGHTS, matrices, sizesOf(mask, query), mask.rows);
    return y;
  };

/** a_s = softmax over s of q . k_s. [B, H] [S B, H] -> [B, S] */
export const dotWeights =
  (gpu: Gpu): Ops["dotWeights"] =>
  (query, keys, mask) => {
    const y = gpu.memory.dense(mask.rows, mask.cols);
    const matrices = { y, query, keys, real: mask };
    gpu.rows.add(DOT_WEIGHTS, matrices, sizesOf(mask, query), mask.rows);
    return y;
  };

function sizesOf(mask: Matrix, query: Matrix) {
  return { S: mask.cols, width: query.cols };
}

/** c = sum over s of w_s x_s. [B, S] [S B, K] -> [B, K] */
export const weightedSum =
  (gpu: Gpu): Ops["weightedSum"] =>
  (weights, values) => {
    const [B, S, K] = [weights.rows, weights.cols, values.cols];
    const y = gpu.memory.dense(B, K);
    gpu.rows.add(WEIGHTED_SUM, { y, weights, states: values }, { cols: K, S }, B);
    return y;
  };
