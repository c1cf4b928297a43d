/** Attention on the fused operations: a look at every step, and what comes back from all looks to the source at once. */
import { FUSED_SCORES } from "../scores/fused";
import type { PreparedScore, ScoreParameterName } from "../scores/score";
import { type Matrix, rowsOf } from "./matrix";
import { type Gradients, type Network, weight } from "./model";
import type { Ops } from "./ops";

/** What the decoder looks into: prepared once per source, read at every step. */
export interface Attention {
  readonly score: PreparedScore;
  readonly values: Matrix; // the encoder states h_s  [S B, K]
  readonly mask: Matrix; //   1 on real tokens        [B, S]
}

/**
 * The attention of a model on a source.
 * @param values the encoder states, which the keys are made of, [S B, K]
 * @returns null where the model has none
 */
export function prepareAttention(network: Network, values: Matrix, mask: Matrix): Attention | null {
  const { attention } = network.shape;
  if (attention === "none") return null;
  const score = FUSED_SCORES[attention](network.ops, (name) => weight(network, name), values);
  return { score, values, mask };
}

/** One look at the source. */
export interface Look {
  readonly query: Matrix; //   as the score reads it                       [B, H]
  readonly weights: Matrix; // softmax over the real tokens, 0 on padding  [B, S]
  readonly context: Matrix; // sum_s a_s h_s                               [B, K]
}

/** One look. query [B, H] */
export function look(ops: Ops, attention: Attention, query: Matrix): Look {
  return lookWith(ops, attention, attention.score.project(query));
}

/** The looks of several steps whose queries are all known: they are projected at once. queries [n B, H] */
export function lookAll(ops: Ops, attention: Attention, queries: Matrix): Look[] {
  const B = attention.mask.rows;
  const projected = attention.score.project(queries);
  return Array.from({ length: queries.rows / B }, (_, t) =>
    lookWith(ops, attention, rowsOf(projected, t * B, B)),
  );
}

function lookWith(ops: Ops, { score, values, mask }: Attention, query: Matrix): Look {
  const weights = score.weights(query, mask);
  return { query, weights, context: ops.weightedSum(weights, values) };
}

/** What comes back through one look. */
export interface LookGradient {
  readonly dContext: Matrix; // [B, K]
  readonly dScores: Matrix; //  [B, S]
  readonly dQuery: Matrix; //   of the query as the score reads it  [B, H]
}

/** @param dContext [B, K] */
export function lookGradient(
  ops: Ops,
  { score, values }: Attention,
  { query, weights }: Look,
  dContext: Matrix,
): LookGradient {
  const dScores = ops.scoreGradient(weights, dContext, values);
  return { dContext, dScores, dQuery: score.gradient.ofQuery(dScores, query) };
}

/** All looks of a pass, step by step, and what came back through them. */
export interface Looks {
  readonly queries: Matrix; // q of every step, not projected  [T B, H]
  readonly looks: readonly Look[];
  readonly back: readonly LookGradient[];
}

/**
 * The gradients of the score's parameters and of the values, which the keys are made of, from all steps at once.
 * @returns d values, [S B, K]
 */
export function sourceGradient(
  { ops }: Network,
  { score, mask }: Attention,
  { queries, looks, back }: Looks,
  gradients: Gradients,
): Matrix {
  const batch = mask.rows;
  const weights = ops.stack(looks.map((each) => each.weights)); //     [T B, S]
  const dContexts = ops.stack(back.map((each) => each.dContext)); //   [T B, K]
  const dScores = ops.stack(back.map((each) => each.dScores)); //      [T B, S]
  const direct = ops.valueGradient(weights, dContexts, batch); //      [S B, K]
  const projected = () => ({
    queries: ops.stack(looks.map((each) => each.query)), //            [T B, H]
    dQueries: ops.stack(back.map((each) => each.dQuery)), //           [T B, H]
  });
  const steps = { queries, dScores, batch, projected };
  const { learned, dValues } = score.gradient.ofSource(steps, direct);
  for (const [name, gradient] of Object.entries(learned))
    gradients.set(name as ScoreParameterName, gradient);
  return dValues;
}
