/** The additive score e_s = v . tanh(q + k_s) (Bahdanau et al. 2015), with gradients. Row (s, b) of the keys: k_s of pair b. */
import type { Matrix } from "../matrix";
import type { AdditiveGradient, AdditiveInput } from "../ops";
import { tanh } from "./activations";
import { softmaxOfReal } from "./softmax";
import { dense, expectShape, numbers } from "./storage";

/** w = softmax over s of v . tanh(q + k_s). query [B, H], keys [S B, H], mask [B, S] -> [B, S] */
export function additiveWeights({ query, keys, v, inner }: AdditiveInput, mask: Matrix): Matrix {
  const { rows: B, cols: S } = mask;
  const H = v.cols;
  expectAdditiveShapes("additiveWeights", { query, keys, v }, mask);
  const [q, k, vs, real] = [numbers(query), numbers(keys), numbers(v), numbers(mask)];
  const kept = inner && numbers(inner);
  const scores = dense(B, S);
  for (let b = 0; b < B; b++)
    for (let s = 0; s < S; s++) {
      if (real[mask.offset + b * mask.stride + s] === 0) continue;
      const i = query.offset + b * query.stride;
      const j = keys.offset + (s * B + b) * keys.stride;
      const at = inner ? inner.offset + (s * B + b) * inner.stride : 0;
      let score = 0;
      for (let h = 0; h < H; h++) {
        const y = tanh((q[i + h] as number) + (k[j + h] as number));
        if (kept) kept[at + h] = y;
        score += (vs[v.offset + h] as number) * y;
      }
      scores.data[b * S + s] = score;
    }
  softmaxOfReal(scores, mask);
  return scores;
}

/** dq = sum over s of de_s v (1 - tanh^2(q + k_s)). dScores [B, S] -> [B, H] */
export function additiveQueryGradient(
  dScores: Matrix,
  { query, keys, v, inner }: AdditiveInput,
): Matrix {
  const { rows: B, cols: S } = dScores;
  const H = v.cols;
  expectAdditiveShapes("additiveQueryGradient", { query, keys, v }, dScores);
  const [q, k, vs, de] = [numbers(query), numbers(keys), numbers(v), numbers(dScores)];
  const kept = inner && numbers(inner);
  const [result, sums] = [dense(B, H), new Float64Array(H)];
  for (let b = 0; b < B; b++) {
    const i = query.offset + b * query.stride;
    sums.fill(0);
    for (let s = 0; s < S; s++) {
      const d = de[dScores.offset + b * dScores.stride + s] as number;
      if (d === 0) continue; // padding
      const j = keys.offset + (s * B + b) * keys.stride;
      const at = inner ? inner.offset + (s * B + b) * inner.stride : 0;
      for (let h = 0; h < H; h++) {
        const y = kept
          ? (kept[at + h] as number)
          : tanh((q[i + h] as number) + (k[j + h] as number));
        sums[h] = (sums[h] as number) + d * (1 - y * y);
      }
    }
    for (let h = 0; h < H; h++)
      result.data[b * H + h] = (vs[v.offset + h] as number) * (sums[h] as number);
  }
  return result;
}

/**
 * dk_s = sum over t of de_ts v (1 - tanh^2(q_t + k_s))
 * dv   = sum over t, s of de_ts tanh(q_t + k_s)
 * dScores [T B, S], query [T B, H], keys [S B, H] -> dKeys [S B, H], dV [1, H]
 */
export function additiveKeyGradient(
  dScores: Matrix,
  { query, keys, v, inner }: AdditiveInput,
): AdditiveGradient {
  const S = dScores.cols;
  const [B, H] = [keys.rows / S, v.cols];
  expectShape("additiveKeyGradient, query", query, dScores.rows, H);
  expectShape("additiveKeyGradient, keys", keys, B * S, H);
  const [q, k, vs, de] = [numbers(query), numbers(keys), numbers(v), numbers(dScores)];
  const kept = inner && numbers(inner);
  const [dKeys, dV] = [dense(keys.rows, H), dense(1, H)];
  const [keySums, vSums] = [new Float64Array(H), new Float64Array(H)];
  for (let row = 0; row < keys.rows; row++) {
    const [b, s] = [row % B, Math.floor(row / B)];
    const j = keys.offset + row * keys.stride;
    keySums.fill(0);
    for (let step = b; step < query.rows; step += B) {
      const d = de[dScores.offset + step * dScores.stride + s] as number;
      if (d === 0) continue; // padding
      const i = query.offset + step * query.stride;
      const t = (step - b) / B;
      const at = inner ? inner.offset + (t * keys.rows + row) * inner.stride : 0;
      for (let h = 0; h < H; h++) {
        const y = kept
          ? (kept[at + h] as number)
          : tanh((q[i + h] as number) + (k[j + h] as number));
        keySums[h] = (keySums[h] as number) + d * (1 - y * y);
        vSums[h] = (vSums[h] as number) + d * y;
      }
    }
    for (let h = 0; h < H; h++)
      dKeys.data[row * H + h] = (vs[v.offset + h] as number) * (keySums[h] as number);
  }
  dV.data.set(vSums);
  return { dKeys, dV };
}

/** @param scores [B, S], one for each key */
function expectAdditiveShapes(
  name: string,
  { query, keys, v }: AdditiveInput,
  scores: Matrix,
): void {
  expectShape(`${name}, query`, query, scores.rows, v.cols);
  expectShape(`${name}, keys`, keys, scores.rows * scores.cols, v.cols);
}
