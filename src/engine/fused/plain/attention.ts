/** Dot scores and weighted sums, with gradients. Row (s, b) of keys and values belongs to position s of pair b. */
import type { Matrix } from "../matrix";
import { softmaxOfReal } from "./softmax";
import { dense, expectShape, numbers } from "./storage";

/** w = softmax over s of q . k_s. query [B, H], keys [S B, H], mask [B, S] -> [B, S] */
export function dotWeights(query: Matrix, keys: Matrix, mask: Matrix): Matrix {
  const { rows: B, cols: S } = mask;
  expectShape("dotWeights, query", query, B, keys.cols);
  expectShape("dotWeights, keys", keys, B * S, query.cols);
  const [q, k, scores] = [numbers(query), numbers(keys), dense(B, S)];
  for (let b = 0; b < B; b++)
    for (let s = 0; s < S; s++) {
      const i = query.offset + b * query.stride;
      const j = keys.offset + (s * B + b) * keys.stride;
      let score = 0;
      for (let h = 0; h < query.cols; h++) score += (q[i + h] as number) * (k[j + h] as number);
      scores.data[b * S + s] = score;
    }
  softmaxOfReal(scores, mask);
  return scores;
}

/** c = sum over s of w_s x_s. weights [B, S], values [S B, K] -> [B, K] */
export function weightedSum(weights: Matrix, values: Matrix): Matrix {
  const { rows: B, cols: S } = weights;
  const K = values.cols;
  expectShape("weightedSum, values", values, B * S, K);
  const [w, x] = [numbers(weights), numbers(values)];
  const [result, sums] = [dense(B, K), new Float64Array(K)];
  for (let b = 0; b < B; b++) {
    sums.fill(0);
    for (let s = 0; s < S; s++) {
      const share = w[weights.offset + b * weights.stride + s] as number;
      if (share === 0) continue; // padding
      const j = values.offset + (s * B + b) * values.stride;
      for (let i = 0; i < K; i++) sums[i] = (sums[i] as number) + share * (x[j + i] as number);
    }
    result.data.set(sums, b * K);
  }
  return result;
}

/**
 * a_s  = dc . h_s
 * de_s = w_s (a_s - sum over r of w_r a_r)
 * weights [B, S], dContext [B, K], values [S B, K] -> [B, S]
 */
export function scoreGradient(weights: Matrix, dContext: Matrix, values: Matrix): Matrix {
  const { rows: B, cols: S } = weights;
  expectShape("scoreGradient, dContext", dContext, B, values.cols);
  expectShape("scoreGradient, values", values, B * S, dContext.cols);
  const [w, dc, x] = [numbers(weights), numbers(dContext), numbers(values)];
  const [result, a] = [dense(B, S), new Float64Array(S)];
  for (let b = 0; b < B; b++) {
    const m = weights.offset + b * weights.stride;
    const i = dContext.offset + b * dContext.stride;
    let mean = 0;
    for (let s = 0; s < S; s++) {
      const j = values.offset + (s * B + b) * values.stride;
      let sum = 0;
      for (let n = 0; n < values.cols; n++) sum += (dc[i + n] as number) * (x[j + n] as number);
      a[s] = sum;
      mean += (w[m + s] as number) * sum;
    }
    for (let s = 0; s < S; s++)
      result.data[b * S + s] = (w[m + s] as number) * ((a[s] as number) - mean);
  }
  return result;
}

/** dx_s = sum over t of w_ts dc_t. weights [T B, S], dContexts [T B, K] -> [S B, K] */
export function valueGradient(weights: Matrix, dContexts: Matrix, batch: number): Matrix {
  const [B, S, K] = [batch, weights.cols, dContexts.cols];
  expectShape("valueGradient, dContexts", dContexts, weights.rows, K);
  const [w, dc] = [numbers(weights), numbers(dContexts)];
  const [result, sums] = [dense(S * B, K), new Float64Array(K)];
  for (let row = 0; row < S * B; row++) {
    const [b, s] = [row % B, Math.floor(row / B)];
    sums.fill(0);
    for (let step = b; step < weights.rows; step += B) {
      const share = w[weights.offset + step * weights.stride + s] as number;
      if (share === 0) continue; // padding
      const j = dContexts.offset + step * dContexts.stride;
      for (let i = 0; i < K; i++) sums[i] = (sums[i] as number) + share * (dc[j + i] as number);
    }
    result.data.set(sums, row * K);
  }
  return result;
}
