/** Attention on the fused operations: attends at every step; the source's gradient is computed for all steps at once. */
import { FUSED_SCORES } from "../scores/fused";
import type { PreparedScore, ScoreParameterName } from "../scores/score";
import { type Matrix, rowsOf } from "./matrix";
import { type Gradients, type Network, weight } from "./model";
import type { Ops } from "./ops";

/** What the decoder attends to: prepared once for a source, used at every step. */
export interface Attention {
  readonly score: PreparedScore;
  readonly values: Matrix; // the encoder states h_s  [S B, K]
  readonly mask: Matrix; //   1 on real tokens        [B, S]
}

/**
 * Prepares a model's attention for a source.
 * @param values the encoder states, from which the keys are computed, [S B, K]
 * @returns null for a model without attention
 */
export function prepareAttention(network: Network, values: Matrix, mask: Matrix): Attention | null {
  const { attention } = network.shape;
  if (attention === "none") return null;
  const score = FUSED_SCORES[attention](network.ops, (name) => weight(network, name), values);
  return { score, values, mask };
}

/** Attention in one step. */
export interface Attended {
  readonly query: Matrix; //   projected                                   [B, H]
  readonly weights: Matrix; // softmax over the real tokens, 0 at padding  [B, S]
  readonly context: Matrix; // sum_s a_s h_s                               [B, K]
  readonly inner: Matrix | undefined; // tanh(q + k_s), if it is kept      [S B, H]
}

/** Numbers of `inner` of a pass up to which they are kept, 16 MB: beyond, training could run out of memory. */
const MOST_INNER = 2 ** 22;

/** Memory for the inner vectors of several steps [T S B, H]; null where they are not kept. */
export function innerOf(
  { ops, shape }: Network,
  attention: Attention,
  steps: number,
): Matrix | null {
  if (!attention.score.hasInner) return null;
  const rows = steps * attention.values.rows;
  return rows * shape.hiddenSize > MOST_INNER ? null : ops.innerMemory(rows, shape.hiddenSize);
}

/** The part of one step. */
export function innerOfStep(
  { values }: Attention,
  inner: Matrix | null | undefined,
  t: number,
): Matrix | undefined {
  return inner ? rowsOf(inner, t * values.rows, values.rows) : undefined;
}

/** Attends with one step's query [B, H]. inner: [S B, H], to be kept for the gradient */
export function attend(
  ops: Ops,
  attention: Attention,
  query: Matrix,
  inner: Matrix | undefined,
): Attended {
  return attendProjected(ops, attention, attention.score.project(query), inner);
}

/** Attends with the known queries of n steps, which are projected at once. queries [n B, H], inner [n S B, H] */
export function attendAll(
  ops: Ops,
  attention: Attention,
  queries: Matrix,
  inner: Matrix | null | undefined,
): Attended[] {
  const B = attention.mask.rows;
  const projected = attention.score.project(queries);
  return Array.from({ length: queries.rows / B }, (_, t) =>
    attendProjected(ops, attention, rowsOf(projected, t * B, B), innerOfStep(attention, inner, t)),
  );
}

function attendProjected(
  ops: Ops,
  { score, values, mask }: Attention,
  query: Matrix,
  inner: Matrix | undefined,
): Attended {
  const weights = score.weights(query, mask, inner);
  return { query, weights, context: ops.weightedSum(weights, values), inner };
}

/** The gradients of one step's attention. */
export interface AttendedGradient {
  readonly dContext: Matrix; // [B, K]
  readonly dScores: Matrix; //  [B, S]
  readonly dQuery: Matrix; //   of the projected query  [B, H]
}

/** @param dContext [B, K] */
export function attendGradient(
  ops: Ops,
  { score, values }: Attention,
  { query, weights, inner }: Attended,
  dContext: Matrix,
): AttendedGradient {
  const dScores = ops.scoreGradient(weights, dContext, values);
  return { dContext, dScores, dQuery: score.gradient.ofQuery(dScores, query, inner) };
}

/** The attention of all steps of a pass, and its gradients. */
export interface AttendedSteps {
  readonly queries: Matrix; // q of every step, not projected  [T B, H]
  readonly inner: Matrix | null; // of every step  [T S B, H]
  readonly attended: readonly Attended[];
  readonly dAttended: readonly AttendedGradient[];
}

/**
 * Sets the gradients of the score's parameters, from all steps at once.
 * @returns dValues [S B, K]
 */
export function sourceGradient(
  { ops }: Network,
  { score, mask }: Attention,
  { queries, inner, attended, dAttended }: AttendedSteps,
  gradients: Gradients,
): Matrix {
  const batch = mask.rows;
  const weights = ops.stack(attended.map((each) => each.weights)); //       [T B, S]
  const dContexts = ops.stack(dAttended.map((each) => each.dContext)); //   [T B, K]
  const dScores = ops.stack(dAttended.map((each) => each.dScores)); //      [T B, S]
  const direct = ops.valueGradient(weights, dContexts, batch); //           [S B, K]
  const projected = () => ({
    queries: ops.stack(attended.map((each) => each.query)), //              [T B, H]
    dQueries: ops.stack(dAttended.map((each) => each.dQuery)), //           [T B, H]
  });
  const steps = { queries, inner: inner ?? undefined, dScores, batch, projected };
  const { learned, dValues } = score.gradient.ofSource(steps, direct);
  for (const [name, gradient] of Object.entries(learned))
    gradients.set(name as ScoreParameterName, gradient);
  return dValues;
}
