/** The gradients of attention. Keys and values: row (s, b) is s B + b; steps: row (t, b) is t B + b. */
import type { Ops } from "../ops";
import type { Gpu } from "./gpu";
import type { Kernel } from "./kernel";
import type { AnyRowKernel, RowKernel } from "./rowKernel";
import { SCORES } from "./scores";
import { columnSums } from "./sums";

const SCORE_GRADIENT = {
  name: "scoreGradient",
  matrices: ["y", "weights", "dContext", "states"],
  results: ["y"],
  sizes: ["S", "width"],
  by: "row",
  code: `
    fn term(b: u32, row: u32, k: u32) -> f32 { return dContext(b, k) * states(row, k); }
    ${SCORES}
    fn row(S: u32, b: u32, thread: u32) {
      score(S, b, thread);
      let isWithin = b < run.rows;
      var mean = 0.0;
      if (isWithin) {
        for (var s = 0u; s < S; s++) { mean += weights(b, s) * y(b, s); }
      }
      storageBarrier(); // all threads have read a
      if (!isWithin) { return; }
      for (var s = thread % 64u; s < S; s += 64u) { put_y(b, s, weights(b, s) * (y(b, s) - mean)); }
    }`,
} as const satisfies RowKernel<string, string>;

const QUERY_GRADIENT = {
  name: "queryGradient",
  matrices: ["dq", "dScores", "query", "keys", "v"],
  results: ["dq"],
  shared: ["v"],
  sizes: ["cols", "S"],
  by: "each",
  code: `
    fn each(b: u32, h: u32) {
      let q = query(b, h);
      var sum = 0.0;
      for (var s = 0u; s < given.S; s++) {
        sum += dScores(b, s) * squashSlope(q + keys(s * run.rows + b, h));
      }
      put_dq(b, h, v(0u, h) * sum);
    }`,
} as const satisfies RowKernel<string, string>;

export const ATTENTION_GRADIENT_KERNELS: readonly AnyRowKernel[] = [SCORE_GRADIENT, QUERY_GRADIENT];

/** dk of every key, and the part of dv from each key. */
const KEY_GRADIENT = {
  matrices: ["dKeys", "shares", "dScores", "query", "keys", "v"],
  sizes: ["B", "steps"],
  code: `
    fn each(row: u32, h: u32) {
      let s = row / given.B;
      let k = keys(row, h);
      var slopes = 0.0;
      var sum = 0.0;
      for (var n = row - s * given.B; n < given.steps; n += given.B) {
        let a = query(n, h) + k;
        slopes += dScores(n, s) * squashSlope(a);
        sum += dScores(n, s) * squash(a);
      }
      put_dKeys(row, h, v(0u, h) * slopes);
      put_shares(row, h, sum);
    }`,
} as const satisfies Kernel<string, string>;

const VALUE_GRADIENT = {
  matrices: ["dx", "weights", "dContexts"],
  sizes: ["B", "steps"],
  code: `
    fn each(row: u32, k: u32) {
      let s = row / given.B;
      var sum = 0.0;
      for (var n = row - s * given.B; n < given.steps; n += given.B) {
        sum += weights(n, s) * dContexts(n, k);
      }
      put_dx(row, k, sum);
    }`,
} as const satisfies Kernel<string, string>;

/** a_s = dc . h_s, de_s = w_s (a_s - sum over r of w_r a_r). [B, S] [B, K] [S B, K] -> [B, S] */
export const scoreGradient =
  (gpu: Gpu): Ops["scoreGradient"] =>
  (weights, dContext, values) => {
    const [B, S] = [weights.rows, weights.cols];
    const y = gpu.memory.dense(B, S);
    const sizes = { S, width: values.cols };
    gpu.rows.add(SCORE_GRADIENT, { y, weights, dContext, states: values }, sizes, B);
    return y;
  };

/** dq_h = v_h sum over s of de_s tanh'(q_h + k_sh). [B, S] -> [B, H] */
export const additiveQueryGradient =
  (gpu: Gpu): Ops["additiveQueryGradient"] =>
  (dScores, { query, keys, v }) => {
    const { rows: B, cols: H } = query;
    const dq = gpu.memory.dense(B, H);
    gpu.rows.add(QUERY_GRADIENT, { dq, dScores, query, keys, v }, { cols: H, S: dScores.cols }, B);
    return dq;
  };

/**
 * dk_sh = v_h sum over t of de_ts tanh'(q_th + k_sh), dv_h = sum over t, s, b of de_ts tanh(q_th + k_sh).
 * [T B, S] -> [S B, H] and [1, H]
 */
export const additiveKeyGradient =
  (gpu: Gpu): Ops["additiveKeyGradient"] =>
  (dScores, { query, keys, v }) => {
    const { rows, cols: H } = keys;
    const [dKeys, shares] = [gpu.memory.dense(rows, H), gpu.memory.dense(rows, H)];
    const sizes = { B: rows / dScores.cols, steps: dScores.rows };
    gpu.each(KEY_GRADIENT, { dKeys, shares, dScores, query, keys, v }, sizes, [rows, H]);
    return { dKeys, dV: columnSums(gpu, shares) };
  };

/** dx_s = sum over t of w_ts dc_t. [T B, S] [T B, K] -> [S B, K] */
export const valueGradient =
  (gpu: Gpu): Ops["valueGradient"] =>
  (weights, dContexts, batch) => {
    const [rows, K] = [weights.cols * batch, dContexts.cols];
    const dx = gpu.memory.dense(rows, K);
    const sizes = { B: batch, steps: weights.rows };
    gpu.each(VALUE_GRADIENT, { dx, weights, dContexts }, sizes, [rows, K]);
    return dx;
  };
