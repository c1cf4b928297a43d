/** Attention with several heads in plain arrays (Vaswani et al. 2017, section 3.2). */
import { headsOf, type ModelShape } from "../../setup/modelShape";
import type { AttentionName, TransformerLayerName } from "../../setup/transformerParameters";
import { at, dot, plus, softmax, times, type Vector, zeros } from "../linearAlgebra";
import { type Reference, row } from "../parameters";

/** One head's attention from every query. */
export interface ReferenceHead {
  readonly queries: readonly Vector[]; //  n of [d/h]
  readonly keys: readonly Vector[]; //     m of [d/h]
  readonly values: readonly Vector[]; //   m of [d/h]
  readonly scores: readonly Vector[]; //   n of [m]: q.k / sqrt(d/h); 0 where the query does not look
  readonly weights: readonly Vector[]; //  n of [m]: softmax over the keys in sight, 0 at others
  readonly contexts: readonly Vector[]; // n of [d/h]
}

export interface ReferenceHeads {
  readonly heads: readonly ReferenceHead[];
  readonly output: readonly Vector[]; // n of [d]: the joined contexts times W + b
}

/** What attends to what. */
export interface Looks {
  readonly from: readonly Vector[]; // n of [d]
  readonly to: readonly Vector[]; //   m of [d]
  /** How many keys the i-th query sees, from the first on. */
  readonly sees: (i: number) => number;
}

/** Attends from every state of `from` to the states of `to`. */
export function attendWithHeads(
  p: Reference,
  shape: ModelShape,
  { layer, attention }: { readonly layer: TransformerLayerName; readonly attention: AttentionName },
  { from, to, sees }: Looks,
): ReferenceHeads {
  const name = `${layer}.${attention}` as const;
  const { hiddenSize: d } = shape;
  const project = (third: number, x: Vector): Vector => {
    const whole = plus(times(x, p(`${name}.in_proj_weight`)), row(p(`${name}.in_proj_bias`)));
    return whole.slice(third * d, (third + 1) * d); // q, k and v stand side by side
  };
  const [queries, keys, values] = [
    from.map((x) => project(0, x)),
    to.map((x) => project(1, x)),
    to.map((x) => project(2, x)),
  ];
  const share = d / headsOf(shape);
  const heads = Array.from({ length: headsOf(shape) }, (_, i) => {
    const cut = (x: Vector): Vector => x.slice(i * share, (i + 1) * share);
    return oneHead(
      { queries: queries.map(cut), keys: keys.map(cut), values: values.map(cut) },
      sees,
    );
  });
  const output = from.map((_, n) => {
    const joined = heads.flatMap(({ contexts }) => row(contexts, n));
    return plus(times(joined, p(`${name}.out_proj.weight`)), row(p(`${name}.out_proj.bias`)));
  });
  return { heads, output };
}

function oneHead(
  given: Pick<ReferenceHead, "queries" | "keys" | "values">,
  sees: Looks["sees"],
): ReferenceHead {
  const { queries, keys, values } = given;
  const rows = queries.map((q, i) => {
    const rest = zeros(keys.length - sees(i));
    const scores = keys.slice(0, sees(i)).map((k) => dot(q, k) / Math.sqrt(q.length));
    const weights = [...softmax(scores), ...rest];
    const context = zeros(q.length).map((zero, j) =>
      values.reduce((sum, v, s) => sum + at(weights, s) * at(v, j), zero),
    );
    return { scores: [...scores, ...rest], weights, context };
  });
  return {
    ...given,
    scores: rows.map(({ scores }) => scores),
    weights: rows.map(({ weights }) => weights),
    contexts: rows.map(({ context }) => context),
  };
}
