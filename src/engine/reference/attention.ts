/** Scores, weights and context in plain arrays, one query and one source at a time. */
import { REFERENCE_SCORES } from "../scores/reference";
import type { ModelShape } from "../setup/modelShape";
import { at, softmax, type Vector } from "./linearAlgebra";
import { type Reference, row } from "./parameters";

export interface ReferenceLook {
  readonly query: Vector; //   [H]
  readonly scores: Vector; //  [S]
  readonly weights: Vector; // [S]
  readonly context: Vector; // [K]
}

/** One look with this query. states: S of [K] */
export function referenceLook(
  p: Reference,
  { attention }: ModelShape,
  query: Vector,
  states: readonly Vector[],
): ReferenceLook {
  if (attention === "none") throw new Error("reference: no attention, no scores");
  const score = REFERENCE_SCORES[attention];
  const scores = states.map((key) => score(p, query, key));
  const weights = softmax(scores);
  const context = row(states).map((_, i) =>
    states.reduce((sum, h, s) => sum + at(weights, s) * at(h, i), 0),
  );
  return { query, scores, weights, context };
}
