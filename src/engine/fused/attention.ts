/** Attention on the fused operations: a look at every step, and what comes back from all looks to the source at once. */
import { cutOut, type Matrix, rowsOf } from "./matrix";
import { type Gradients, type Network, weight } from "./model";
import type { Ops } from "./ops";

/** What the decoder looks into: prepared once per source, read at every step. */
export interface Attention {
  readonly score: Score;
  readonly keys: Matrix; //   as the score reads them, projected where it projects  [S B, H]
  readonly values: Matrix; // the encoder states h_s                                [S B, K]
  readonly mask: Matrix; //   1 on real tokens                                      [B, S]
}

type Score = Additive | Multiplicative;

/** v . tanh(W q + U k)   Bahdanau et al. 2015, appendix A.1.2; Luong's concat is the same with W and U in one matrix. */
interface Additive {
  readonly form: "additive";
  readonly v: Matrix; //           [1, H]
  readonly queryWeight: Matrix; // W [H, H]
  readonly keyWeight: Matrix; //   U [K, H]
}

/** q . k', where k' is k, W k or d * k   Luong et al. 2015, eq. 8 */
interface Multiplicative {
  readonly form: "multiplicative";
}

/**
 * The attention of a model on a source. What depends on the keys alone is computed here, once for all decoder steps.
 * @param values the encoder states, which are keys too, [S B, K]
 * @returns null where the model has none
 */
export function prepareAttention(network: Network, values: Matrix, mask: Matrix): Attention | null {
  const { ops, shape } = network;
  const multiplicative: Score = { form: "multiplicative" };
  switch (shape.attention) {
    case "none":
      return null;
    case "dot": //      q . k
      return { score: multiplicative, keys: values, values, mask };
    case "general": {
      // q . (W k)
      const keys = ops.product(values, weight(network, "attention.key.weight"));
      return { score: multiplicative, keys, values, mask };
    }
    case "diagonal": {
      // q . (d * k)
      const keys = ops.multiply(values, weight(network, "attention.diagonal"));
      return { score: multiplicative, keys, values, mask };
    }
    case "additive":
    case "concat": {
      const score = additiveScore(network);
      return { score, keys: ops.product(values, score.keyWeight), values, mask };
    }
    default:
      return shape.attention satisfies never;
  }
}

function additiveScore(network: Network): Additive {
  const { attention, hiddenSize: H } = network.shape;
  const v = cutOut(weight(network, "attention.v.weight"), 0, [1, H]); // kept as [H, 1], the same numbers
  if (attention === "concat") {
    const both = weight(network, "attention.concat.weight"); // [H + K, H]
    const [queryWeight, keyWeight] = [rowsOf(both, 0, H), rowsOf(both, H, both.rows - H)];
    return { form: "additive", v, queryWeight, keyWeight };
  }
  const queryWeight = weight(network, "attention.query.weight");
  return { form: "additive", v, queryWeight, keyWeight: weight(network, "attention.key.weight") };
}

/** One look at the source. */
export interface Look {
  readonly query: Matrix; //   as the score reads it: W q in an additive one  [B, H]
  readonly weights: Matrix; // softmax over the real tokens, 0 on padding     [B, S]
  readonly context: Matrix; // sum_s a_s h_s                                  [B, K]
}

/** One look. query [B, H] */
export function look(ops: Ops, attention: Attention, query: Matrix): Look {
  return lookWith(ops, attention, projectQuery(ops, attention, query));
}

/** The looks of several steps whose queries are all known: they are projected at once. queries [n B, H] */
export function lookAll(ops: Ops, attention: Attention, queries: Matrix): Look[] {
  const B = attention.mask.rows;
  const projected = projectQuery(ops, attention, queries);
  return Array.from({ length: queries.rows / B }, (_, t) =>
    lookWith(ops, attention, rowsOf(projected, t * B, B)),
  );
}

/** The query as the score reads it. [N, H] -> [N, H] */
function projectQuery(ops: Ops, { score }: Attention, query: Matrix): Matrix {
  return score.form === "additive" ? ops.product(query, score.queryWeight) : query;
}

function lookWith(ops: Ops, { score, keys, values, mask }: Attention, query: Matrix): Look {
  const weights =
    score.form === "additive"
      ? ops.additiveWeights({ query, keys, v: score.v }, mask)
      : ops.dotWeights(query, keys, mask);
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
  { score, keys, values }: Attention,
  { query, weights }: Look,
  dContext: Matrix,
): LookGradient {
  const dScores = ops.scoreGradient(weights, dContext, values);
  const dQuery =
    score.form === "additive"
      ? ops.additiveQueryGradient(dScores, { query, keys, v: score.v })
      : ops.weightedSum(dScores, keys); // dq = sum_s de_s k_s
  return { dContext, dScores, dQuery };
}

/** From the gradient of the query as the score reads it to that of q itself, which is added to `before` where there is one. */
export type QueryGradient = (dQuery: Matrix, before: Matrix | null) => Matrix;

/** dq = dQuery W' in additive scores. What it needs is made ready once for all steps. */
export function queryGradient(ops: Ops, { score }: Attention): QueryGradient {
  if (score.form === "multiplicative")
    return (dQuery, before) => (before ? ops.add(dQuery, before) : dQuery);
  const transposed = ops.transpose(score.queryWeight); // W'  [H, H]
  return (dQuery, before) => ops.product(dQuery, transposed, before ?? undefined);
}

/** All looks of a pass, step by step, and what came back through them. */
export interface Looks {
  readonly queries: Matrix; // q of every step, not projected  [T B, H]
  readonly looks: readonly Look[];
  readonly back: readonly LookGradient[];
}

/**
 * The gradients of the score's parameters and of the values, which are the keys too, from all steps at once.
 * @returns d values, [S B, K]
 */
export function sourceGradient(
  network: Network,
  { score, keys, values, mask }: Attention,
  { queries, looks, back }: Looks,
  gradients: Gradients,
): Matrix {
  const { ops } = network;
  const batch = mask.rows;
  const weights = ops.stack(looks.map((each) => each.weights)); //     [T B, S]
  const dContexts = ops.stack(back.map((each) => each.dContext)); //   [T B, K]
  const dScores = ops.stack(back.map((each) => each.dScores)); //      [T B, S]
  const dValues = ops.valueGradient(weights, dContexts, batch); //     [S B, K]
  if (score.form === "multiplicative") {
    const dKeys = ops.valueGradient(dScores, queries, batch); //       [S B, H]
    return multiplicativeGradient(network, { values, dKeys, dValues }, gradients);
  }
  const projected = ops.stack(looks.map((each) => each.query)); //     [T B, H]
  const dProjected = ops.stack(back.map((each) => each.dQuery)); //    [T B, H]
  const { dKeys, dV } = ops.additiveKeyGradient(dScores, { query: projected, keys, v: score.v });
  gradients.set("attention.v.weight", dV);
  const dQueryWeight = ops.outerProduct(queries, dProjected); //       dW = q' d(W q)
  const dKeyWeight = ops.outerProduct(values, dKeys); //               dU = k' d(U k)
  setProjections(network, dQueryWeight, dKeyWeight, gradients);
  return ops.product(dKeys, ops.transpose(score.keyWeight), dValues);
}

/** The additive score's two matrices, which Luong's concat keeps as one: rows of W, then rows of U. */
function setProjections(
  { ops, shape }: Network,
  dQueryWeight: Matrix,
  dKeyWeight: Matrix,
  gradients: Gradients,
): void {
  if (shape.attention === "concat") {
    gradients.set("attention.concat.weight", ops.flatten([dQueryWeight, dKeyWeight]));
    return;
  }
  gradients.set("attention.query.weight", dQueryWeight);
  gradients.set("attention.key.weight", dKeyWeight);
}

/** Through the keys of dot, general or diagonal: values k, d keys [S B, H], d values [S B, K]. */
function multiplicativeGradient(
  network: Network,
  { values, dKeys, dValues }: Readonly<Record<"values" | "dKeys" | "dValues", Matrix>>,
  gradients: Gradients,
): Matrix {
  const { ops, shape } = network;
  if (shape.attention === "general") {
    gradients.set("attention.key.weight", ops.outerProduct(values, dKeys)); // dW = k' d(W k)
    return ops.product(dKeys, ops.transpose(weight(network, "attention.key.weight")), dValues);
  }
  if (shape.attention === "diagonal") {
    const along = ops.multiply(values, dKeys);
    gradients.set("attention.diagonal", ops.columnSums(along)); //             dd = sum of k * d(d * k)
    return ops.add(ops.multiply(dKeys, weight(network, "attention.diagonal")), dValues);
  }
  return ops.add(dKeys, dValues);
}
