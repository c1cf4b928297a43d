/** Scores of the form v . tanh(W q + U k) on the fused operations (Bahdanau et al. 2015, appendix A.1.2). */
import { cutOut, type Matrix } from "../../../fused/matrix";
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
    weights: (query, mask) => ops.additiveWeights({ query, keys, v }, mask),
    gradient: {
      ofQuery: (dScores, query) => ops.additiveQueryGradient(dScores, { query, keys, v }),
      ofProjection: () => {
        const transposed = ops.transpose(queryWeight); // W'  [H, H]
        return (dQuery, before) => ops.product(dQuery, transposed, before ?? undefined);
      },
      ofSource: (steps, dValues) =>
        sourceGradient(ops, layer, { ...steps, v, keys, values, dValues }),
    },
  };
}

type Source = Readonly<Record<"v" | "keys" | "values" | "dValues", Matrix>>;

function sourceGradient<G extends ScoreGradients>(
  ops: Ops,
  { keyWeight, gradient }: Layer<G>,
  { queries, dScores, projected, v, keys, values, dValues }: AllSteps & Source,
): SourceGradient<G> {
  const { queries: query, dQueries } = projected();
  const { dKeys, dV } = ops.additiveKeyGradient(dScores, { query, keys, v });
  const learned = gradient({
    v: dV,
    queryWeight: ops.outerProduct(queries, dQueries), // dW = q' d(W q)
    keyWeight: ops.outerProduct(values, dKeys), //       dU = k' d(U k)
  });
  return { learned, dValues: ops.product(dKeys, ops.transpose(keyWeight), dValues) };
}
