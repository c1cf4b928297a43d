/** Scores of the form q . k' on the fused operations, where k' depends only on the key (Luong et al. 2015, eq. 8). */
import { type Matrix, ofFirstPair } from "../../../fused/matrix";
import type { Ops } from "../../../fused/ops";
import type { PreparedScore, ScoreGradients, SourceGradient } from "../../score";

/** A score's keys, and their gradient. */
interface Keys<G extends ScoreGradients> {
  readonly keys: Matrix; // k' [S B, H]
  /** dKeys [S B, H] -> dValues [S B, K], plus their incoming gradient */
  readonly gradient: (dKeys: Matrix, dValues: Matrix) => SourceGradient<G>;
}

export function multiplicative<G extends ScoreGradients>(
  ops: Ops,
  { keys, gradient }: Keys<G>,
): PreparedScore<G> {
  return {
    project: (query) => query,
    hasInner: false,
    weights: (query, mask) => ops.dotWeights(query, keys, mask),
    scores: (queries, S) => ops.product(queries, ops.transpose(ofFirstPair(keys, S))),
    gradient: {
      ofQuery: (dScores) => ops.weightedSum(dScores, keys), // dq = sum_s de_s k'_s
      ofProjection: () => (dQuery, before, own) => {
        const sum = before ? ops.add(dQuery, before) : dQuery;
        return own ? ops.add(sum, own) : sum;
      },
      ofSource: ({ queries, dScores, batch }, dValues) =>
        gradient(ops.valueGradient(dScores, queries, batch), dValues), // dk'_s = sum_t de_ts q_t
    },
  };
}
