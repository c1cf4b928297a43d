/** Scores, weights and context in plain arrays, one query and one source at a time. */
import type { ModelShape } from "../setup/modelShape";
import { at, dot, plus, softmax, times, type Vector } from "./linearAlgebra";
import { type Reference, row } from "./parameters";

export interface ReferenceLook {
  readonly query: Vector; //   [H]
  readonly scores: Vector; //  [S]
  readonly weights: Vector; // [S]
  readonly context: Vector; // [K]
}

/** e(q, k) of one key. */
function score(p: Reference, kind: ModelShape["attention"], q: Vector, k: Vector): number {
  switch (kind) {
    case "dot":
      return dot(q, k);
    case "general":
      return dot(q, times(k, p("attention.key.weight")));
    case "diagonal":
      return dot(
        q,
        k.map((x, i) => x * at(row(p("attention.diagonal")), i)),
      );
    case "additive": {
      const both = plus(times(q, p("attention.query.weight")), times(k, p("attention.key.weight")));
      return at(times(both.map(Math.tanh), p("attention.v.weight")), 0);
    }
    case "concat": {
      const inner = times([...q, ...k], p("attention.concat.weight")).map(Math.tanh);
      return at(times(inner, p("attention.v.weight")), 0);
    }
    case "none":
      throw new Error("reference: no attention, no scores");
    default:
      return kind satisfies never;
  }
}

/** One look with this query. states: S of [K] */
export function referenceLook(
  p: Reference,
  { attention }: ModelShape,
  query: Vector,
  states: readonly Vector[],
): ReferenceLook {
  const scores = states.map((key) => score(p, attention, query, key));
  const weights = softmax(scores);
  const context = row(states).map((_, i) =>
    states.reduce((sum, h, s) => sum + at(weights, s) * at(h, i), 0),
  );
  return { query, scores, weights, context };
}
