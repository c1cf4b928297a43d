/** The gradients of attention. Keys and values: row (s, b) is s B + b; steps: row (t, b) is t B + b. */
import { rowsOf } from "../matrix";
import type { Ops } from "../ops";
import type { Gpu } from "./gpu";
import { eachOfFour, type Program } from "./program";
import { columnSums } from "./sums";

const PRODUCT = `
  float product(int b, int s) {
    float sum = 0.0;
    for (int k = 0; k < K; k += 4) sum += sumUpTo(K - k, dContext4(b, k) * states4(s * B + b, k));
    return sum;
  }`;

const WEIGHT_GRADIENT = {
  matrices: ["dContext", "states"],
  sizes: ["B", "K"],
  code: `${PRODUCT} ${eachOfFour("product")}`,
} as const satisfies Program<string, string>;

const SOFTMAX_GRADIENT = {
  matrices: ["weights", "a"],
  sizes: ["S"],
  code: `
    vec4 values(int b, int s) {
      float mean = 0.0;
      for (int i = 0; i < S; i += 4) mean += sumUpTo(S - i, weights4(b, i) * a4(b, i));
      return weights4(b, s) * (a4(b, s) - mean);
    }`,
} as const satisfies Program<string, string>;

/** Both in one program: every thread computes a whole row of a. */
const SCORE_GRADIENT = {
  matrices: ["weights", "dContext", "states"],
  sizes: ["B", "S", "K"],
  code: `
    ${PRODUCT}
    vec4 values(int b, int s) {
      vec4 own = vec4(0.0);
      float mean = 0.0;
      for (int i = 0; i < S; i++) {
        float a = product(b, i);
        mean += weights(b, i) * a;
        own = mix(own, vec4(a), equal(ivec4(i - s), ivec4(0, 1, 2, 3)));
      }
      return weights4(b, s) * (own - mean);
    }`,
} as const satisfies Program<string, string>;

const LITTLE_WORK = 2 ** 19; // multiplications up to which recomputing is faster than a second run

const QUERY_GRADIENT = {
  matrices: ["dScores", "query", "keys", "v"],
  sizes: ["B", "S"],
  code: `
    vec4 values(int b, int h) {
      vec4 q = query4(b, h), sum = vec4(0.0);
      for (int s = 0; s < S; s++) sum += dScores(b, s) * squashSlope(q + keys4(s * B + b, h));
      return v4(0, h) * sum;
    }`,
} as const satisfies Program<string, string>;

/** The upper half is dk of every key, the lower half the part of dv from each key. */
const KEY_GRADIENT = {
  matrices: ["dScores", "query", "keys", "v"],
  sizes: ["B", "S", "T"],
  code: `
    vec4 values(int row, int h) {
      bool isKey = row < S * B;
      int key = isKey ? row : row - S * B;
      int s = key / B;
      int b = key - s * B;
      vec4 k = keys4(key, h), sum = vec4(0.0);
      for (int n = b; n < T * B; n += B) {
        vec4 a = query4(n, h) + k;
        sum += dScores(n, s) * (isKey ? squashSlope(a) : squash(a));
      }
      return isKey ? v4(0, h) * sum : sum;
    }`,
} as const satisfies Program<string, string>;

const VALUE_GRADIENT = {
  matrices: ["weights", "dContexts"],
  sizes: ["B", "T"],
  code: `
    vec4 values(int row, int k) {
      int s = row / B;
      vec4 sum = vec4(0.0);
      for (int n = row - s * B; n < T * B; n += B) sum += weights(n, s) * dContexts4(n, k);
      return sum;
    }`,
} as const satisfies Program<string, string>;

/** a_s = dc . h_s, de_s = w_s (a_s - sum over r of w_r a_r). [B, S] [B, K] [S B, K] -> [B, S] */
export const scoreGradient =
  (gpu: Gpu): Ops["scoreGradient"] =>
  (weights, dContext, values) => {
    const [B, S, K] = [weights.rows, weights.cols, values.cols];
    if (B * S * S * K <= LITTLE_WORK)
      return gpu.run(SCORE_GRADIENT, { weights, dContext, states: values }, { B, S, K }, [B, S]);
    const a = gpu.run(WEIGHT_GRADIENT, { dContext, states: values }, { B, K }, [B, S]);
    return gpu.run(SOFTMAX_GRADIENT, { weights, a }, { S }, [B, S]);
  };

/** dq_h = v_h sum over s of de_s tanh'(q_h + k_sh). [B, S] -> [B, H] */
export const additiveQueryGradient =
  (gpu: Gpu): Ops["additiveQueryGradient"] =>
  (dScores, { query, keys, v }) => {
    const [sizes, matrices] = [
      { B: query.rows, S: dScores.cols },
      { dScores, query, keys, v },
    ];
    return gpu.run(QUERY_GRADIENT, matrices, sizes, [query.rows, query.cols]);
  };

/**
 * dk_sh = v_h sum over t of de_ts tanh'(q_th + k_sh), dv_h = sum over t, s, b of de_ts tanh(q_th + k_sh).
 * [T B, S] -> [S B, H] and [1, H]
 */
export const additiveKeyGradient =
  (gpu: Gpu): Ops["additiveKeyGradient"] =>
  (dScores, { query, keys, v }) => {
    const [S, H] = [dScores.cols, query.cols];
    const B = keys.rows / S;
    const sizes = { B, S, T: query.rows / B };
    const matrices = { dScores, query, keys, v };
    const both = gpu.run(KEY_GRADIENT, matrices, sizes, [2 * S * B, H]);
    return {
      dKeys: rowsOf(both, 0, S * B),
      dV: columnSums(gpu, rowsOf(both, S * B, S * B)),
    };
  };

/** dx_s = sum over t of w_ts dc_t. [T B, S] [T B, K] -> [S B, K] */
export const valueGradient =
  (gpu: Gpu): Ops["valueGradient"] =>
  (weights, dContexts, batch) => {
    const sizes = { B: batch, T: weights.rows / batch };
    const shape = [weights.cols * batch, dContexts.cols] as const;
    return gpu.run(VALUE_GRADIENT, { weights, dContexts }, sizes, shape);
  };
