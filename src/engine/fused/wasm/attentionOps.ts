/** Attention with gradients. Row (s, b) of keys and values belongs to position s of pair b. */
import type { Matrix } from "../matrix";
import type { AdditiveGradient, AdditiveInput, Ops } from "../ops";
import { expectShape } from "../plain/storage";
import { type Machine, run } from "./machine";

type AttentionOps = Pick<
  Ops,
  | "innerMemory"
  | "additiveWeights"
  | "dotWeights"
  | "weightedSum"
  | "scoreGradient"
  | "additiveQueryGradient"
  | "additiveKeyGradient"
  | "valueGradient"
>;

export function attentionOps(machine: Machine): AttentionOps {
  const { kernels, memory } = machine;
  return {
    innerMemory: memory.dense,
    additiveWeights: (x, mask) => {
      expectAdditiveShapes("additiveWeights", x, mask);
      const y = memory.dense(mask.rows, mask.cols);
      const operands = [x.query, x.keys, x.v, mask, x.inner ?? null];
      run(kernels.additiveWeights, operands, [y.offset, mask.rows, mask.cols, x.v.cols]);
      return y;
    },
    dotWeights: (query, keys, mask) => {
      const [B, S, H] = [mask.rows, mask.cols, keys.cols];
      expectShape("dotWeights, query", query, B, H);
      expectShape("dotWeights, keys", keys, S * B, H);
      const y = memory.dense(B, S);
      run(kernels.dotWeights, [query, keys, mask], [y.offset, B, S, H]);
      return y;
    },
    weightedSum: (weights, values) => {
      const [B, S, K] = [weights.rows, weights.cols, values.cols];
      expectShape("weightedSum, values", values, S * B, K);
      const y = memory.dense(B, K);
      run(kernels.weightedSum, [weights, values], [y.offset, B, S, K]);
      return y;
    },
    scoreGradient: (weights, dContext, values) => {
      const [B, S, K] = [weights.rows, weights.cols, values.cols];
      expectShape("scoreGradient, dContext", dContext, B, K);
      expectShape("scoreGradient, values", values, S * B, K);
      const y = memory.dense(B, S);
      run(kernels.scoreGradient, [weights, dContext, values], [y.offset, B, S, K]);
      return y;
    },
    additiveQueryGradient: (dScores, x) => {
      expectAdditiveShapes("additiveQueryGradient", x, dScores);
      const [B, S, H] = [dScores.rows, dScores.cols, x.v.cols];
      const y = memory.dense(B, H);
      const sizes = [y.offset, B, S, H];
      if (x.inner) run(kernels.keptQueryGradient, [dScores, x.inner, x.v], sizes);
      else run(kernels.additiveQueryGradient, [dScores, x.query, x.keys, x.v], sizes);
      return y;
    },
    additiveKeyGradient: (dScores, x) => additiveKeyGradient(machine, dScores, x),
    valueGradient: (weights, dContexts, batch) => {
      const [S, K] = [weights.cols, dContexts.cols];
      expectShape("valueGradient, dContexts", dContexts, weights.rows, K);
      const y = memory.dense(S * batch, K);
      const sizes = [batch, S, weights.rows / batch, K];
      run(kernels.valueGradient, [weights, dContexts], [y.offset, ...sizes]);
      return y;
    },
  };
}

function additiveKeyGradient(
  { kernels, memory }: Machine,
  dScores: Matrix,
  { query, keys, v, inner }: AdditiveInput,
): AdditiveGradient {
  const [S, H] = [dScores.cols, v.cols];
  const B = keys.rows / S;
  expectShape("additiveKeyGradient, query", query, dScores.rows, H);
  expectShape("additiveKeyGradient, keys", keys, B * S, H);
  const [dKeys, dV] = [memory.dense(keys.rows, H), memory.dense(1, H)];
  const numbers = [dKeys.offset, dV.offset, B, S, dScores.rows / B, H];
  if (inner) run(kernels.keptKeyGradient, [dScores, inner, v], numbers);
  else run(kernels.additiveKeyGradient, [dScores, query, keys, v], numbers);
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
