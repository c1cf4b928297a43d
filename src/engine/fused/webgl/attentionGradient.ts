/** Gradients through attention. Keys and values: row (s, b) is s B + b; steps: row (t, b) is t B + b. */
import { rowsOf } from "../matrix";
import type { Ops } from "../ops";
import type { Gpu } from "./gpu";
import type { Program } from "./program";
import { columnSums } from "./sums";

const WEIGHT_GRADIENT = {
  matrices: ["dContext", "values"],
  sizes: ["B", "K"],
  code: `
    float value(int b, int s) {
      float sum = 0.0;
      for (int k = 0; k < K; k++) sum += dContext(b, k) * values(s * B + b, k);
      return sum;
    }`,
} as const satisfies Program<string, string>;

const SOFTMAX_GRADIENT = {
  matrices: ["weights", "a"],
  sizes: ["S"],
  code: `
    float value(int b, int s) {
      float mean = 0.0;
      for (int i = 0; i < S; i++) mean += weights(b, i) * a(b, i);
      return weights(b, s) * (a(b, s) - mean);
    }`,
} as const satisfies Program<string, string>;

const QUERY_GRADIENT = {
  matrices: ["dScores", "query", "keys", "v"],
  sizes: ["B", "S"],
  code: `
    float value(int b, int h) {
      float q = query(b, h), sum = 0.0;
      for (int s = 0; s < S; s++) sum += dScores(b, s) * squashSlope(q + keys(s * B + b, h));
      return v(0, h) * sum;
    }`,
} as const satisfies Program<string, string>;

/** Above, dk of every key; below, what each key gives to dv. */
const KEY_GRADIENT = {
  matrices: ["dScores", "query", "keys", "v"],
  sizes: ["B", "S", "T"],
  code: `
    float value(int row, int h) {
      bool isKey = row < S * B;
      int key = isKey ? row : row - S * B;
      int s = key / B;
      int b = key - s * B;
      float k = keys(key, h), sum = 0.0;
      for (int i = 0; i < T; i++) {
        int n = i * B + b;
        float a = query(n, h) + k;
        sum += dScores(n, s) * (isKey ? squashSlope(a) : squash(a));
      }
      return isKey ? v(0, h) * sum : sum;
    }`,
} as const satisfies Program<string, string>;

const VALUE_GRADIENT = {
  matrices: ["weights", "dContexts"],
  sizes: ["B", "T"],
  code: `
    float value(int row, int k) {
      int s = row / B;
      int b = row - s * B;
      float sum = 0.0;
      for (int i = 0; i < T; i++) {
        int n = i * B + b;
        sum += weights(n, s) * dContexts(n, k);
      }
      return sum;
    }`,
} as const satisfies Program<string, string>;

/** a_s = dc . h_s, de_s = w_s (a_s - sum over r of w_r a_r). [B, S] [B, K] [S B, K] -> [B, S] */
export const scoreGradient =
  (gpu: Gpu): Ops["scoreGradient"] =>
  (weights, dContext, values) => {
    const [B, S] = [weights.rows, weights.cols];
    const sizes = { B, K: values.cols };
    const a = gpu.run(WEIGHT_GRADIENT, { dContext, values }, sizes, [B, S]);
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
