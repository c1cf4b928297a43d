/** The gradient of scores, weights and context in plain arrays. */
import { SCORES_BACKWARD } from "../../scores/backward";
import type { ScoreSlopes } from "../../scores/score";
import type { ModelShape } from "../../setup/modelShape";
import type { ReferenceAttention } from "../attention";
import type { ReferenceSource } from "../encoder";
import { at, dot, plus, type Vector, zeros } from "../linearAlgebra";
import type { Reference } from "../parameters";

/** A model that has read its source. */
export interface SourcedModel {
  readonly p: Reference;
  readonly shape: ModelShape;
  readonly source: ReferenceSource;
}

export interface AttentionGradient {
  readonly query: Vector; //             [H]
  readonly values: readonly Vector[]; // S of [K], through the context
  readonly keys: readonly Vector[]; //   S of [K], through the scores
}

/** @param dContext the gradient of the context [K] */
export function attentionBackward(
  { p, shape: { attention }, source: { states } }: SourcedModel,
  { query, weights }: ReferenceAttention,
  dContext: Vector,
): AttentionGradient {
  if (attention === "none") throw new Error("reference: expected a model with attention");
  const slopes = SCORES_BACKWARD[attention];
  const dWeights = states.map((h) => dot(dContext, h)); //                       c = sum_s a_s h_s
  const mean = dot(weights, dWeights);
  const dScores = weights.map((a, s) => a * (at(dWeights, s) - mean)); //        a = softmax(e)
  const each = states.map((key): ScoreSlopes => slopes(p, query, key));
  return {
    query: each.reduce(
      (sum, slope, s) => plus(sum, scaled(slope.query, at(dScores, s))),
      zeros(query.length),
    ),
    values: weights.map((a) => scaled(dContext, a)),
    keys: each.map((slope, s) => scaled(slope.key, at(dScores, s))),
  };
}

function scaled(x: Vector, factor: number): Vector {
  return x.map((value) => value * factor);
}
