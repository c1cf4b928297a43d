/** Scores of the form v . tanh(W q + U k) on the fused operations (Bahdanau et al. 2015, appendix A.1.2). */
import { cutOut, type Matrix, ofFirstPair } from "../../../fused/matrix";
import type { Ops } from "../../../fused/ops";
import type { AllSteps, PreparedScore, ScoreGradients, SourceGradient } from "../../score";

type Learned = Readonly<Record<"v" | "queryWeight" | "keyWeight", Matrix>>;

/** The parameters of a score of this form, and the names of their gradients. */
interface Layer<G extends ScoreGradients> extends Learned {
  readonly v: Matrix; //           [H, 1]
  readonly queryWeight: Matrix; // W [H, H]
  readonly keyWeight: Matrix; //   U [K, H]
  readonly gradient: (d: Learned) => G;
}

export function additiveForm<G extends ScoreGradients>(
  ops: Ops,
  layer: Layer<G>,
  values: Matrix,
): PreparedScore<G> {
  const { queryWeight } = layer;
  const v = cutOut(layer.v, 0, [1, layer.v.rows]); //     stored as [H, 1], the same numbers
  const keys = ops.product(values, layer.keyWeight); //   U k  [S B, H]
  return {
    project: (query) => ops.product(query, queryWeight), // W q
    hasInner: true,
    weights: (query, mask, inner) => ops.additiveWeights({ query, keys, v, inner }, mask),
    scores: (queries, S) => scoresOf(ops, queries, { keys: ofFirstPair(keys, S), v: layer.v }),
    gradient: {
      ofQuery: (dScores, query, inner) =>
        ops.additiveQueryGradient(dScores, { query, keys, v, inner }),
      ofProjection: () => {
        const transposed = ops.transpose(queryWeight); // W'  [H, H]
        return (dQuery, before, own) =>
          ops.product(dQuery, transposed, before ?? undefined, own ?? undefined);
      },
      ofSource: (steps, dValues) =>
        sourceGradient(ops, layer, { ...steps, v, keys, values, dValues }),
    },
  };
}

/** v . tanh(q_n + k_s) for every query and key, one row for each pair of them. queries [n, H], keys [S, H] -> [n, S] */
function scoresOf(
  ops: Ops,
  queries: Matrix,
  { keys, v }: { readonly keys: Matrix; readonly v: Matrix },
): Matrix {
  const [n, S] = [queries.rows, keys.rows];
  const pairs = Array.from({ length: n * S }, (_, i) => i);
  const column = (ids: readonly number[]) => ops.matrix(Float32Array.from(ids), n * S, 1);
  const q = ops.lookUp(queries, column(pairs.map((i) => Math.floor(i / S)))); // [n S, H]
  const k = ops.lookUp(keys, column(pairs.map((i) => i % S))); //                [n S, H]
  return cutOut(ops.product(ops.tanh(ops.add(q, k)), v), 0, [n, S]);
}

type Source = Readonly<Record<"v" | "keys" | "values" | "dValues", Matrix>>;

function sourceGradient<G extends ScoreGradients>(
  ops: Ops,
  { keyWeight, gradient }: Layer<G>,
  { queries, inner, dScores, projected, v, keys, values, dValues }: AllSteps & Source,
): SourceGradient<G> {
  const { queries: query, dQueries } = projected();
  const { dKeys, dV } = ops.additiveKeyGradient(dScores, { query, keys, v, inner });
  const learned = gradient({
    v: dV,
    queryWeight: ops.outerProduct(queries, dQueries), // dW = q' d(W q)
    keyWeight: ops.outerProduct(values, dKeys), //       dU = k' d(U k)
  });
  return { learned, dValues: ops.product(dKeys, ops.transpose(keyWeight), dValues) };
}
