/** A Transformer's trace as one layer and one head look at the source: the map and its weights are theirs. */
import type { AttentionTrace, HeadTrace, Matrix, Trace } from "../../engine/results/trace";

/** Which attention of a Transformer the map shows. */
export interface HeadChoice {
  readonly layer: number | null; // 0-based; null: the top one
  readonly head: number | null; //  0-based; null: the mean over all heads
}

const views = new WeakMap<Trace, Map<string, Trace>>(); // the same object every time, so that figures keep what they drew

/** The heads that look at the source in a layer; none in a recurrent network. */
export function headsAt({ transformer }: Trace, layer: number | null): readonly HeadTrace[] {
  const { cross = [] } = transformer ?? {};
  return cross[Math.min(layer ?? Infinity, cross.length - 1)] ?? [];
}

/** The trace whose steps attend as the chosen layer and head do; the trace itself of a recurrent network. */
export function atHead(trace: Trace, { layer, head }: HeadChoice): Trace {
  if (!trace.transformer || (layer === null && head === null)) return trace;
  const known = views.get(trace) ?? new Map<string, Trace>();
  const key = `${layer} ${head}`;
  const view = known.get(key) ?? viewOf(trace, headsAt(trace, layer), head);
  views.set(trace, known.set(key, view));
  return view;
}

function viewOf(trace: Trace, heads: readonly HeadTrace[], head: number | null): Trace {
  const chosen = head === null ? heads : heads.slice(head, head + 1);
  const shown = chosen.length > 0 ? chosen : heads;
  return {
    ...trace,
    steps: trace.steps.map((step, t) => ({ ...step, attention: attentionOf(shown, t) })),
  };
}

/** q and c joined, scores and weights on average. */
function attentionOf(heads: readonly HeadTrace[], t: number): AttentionTrace {
  const joined = (part: "queries" | "contexts"): Float32Array =>
    Float32Array.from(heads.flatMap((each) => [...rowOf(each[part], t)]));
  const mean = (part: "scores" | "weights"): Float32Array => {
    const rows = heads.map((each) => rowOf(each[part], t));
    const sumAt = (s: number): number => rows.reduce((sum, row) => sum + (row[s] ?? 0), 0);
    return Float32Array.from(rows[0] ?? [], (_, s) => sumAt(s) / rows.length);
  };
  return {
    query: joined("queries"),
    scores: mean("scores"),
    weights: mean("weights"),
    context: joined("contexts"),
  };
}

/** Row i of a matrix. */
export function rowOf({ columns, data }: Matrix, i: number): Float32Array {
  return data.subarray(i * columns, (i + 1) * columns);
}

/** The weights of some heads on average, [n, m]. */
export function meanWeights(heads: readonly HeadTrace[]): Matrix {
  const [first] = heads;
  if (!first) throw new Error("heads: expected a head, got none");
  const sumAt = (i: number): number =>
    heads.reduce((sum, { weights }) => sum + (weights.data[i] ?? 0), 0);
  return { ...first.weights, data: first.weights.data.map((_, i) => sumAt(i) / heads.length) };
}
