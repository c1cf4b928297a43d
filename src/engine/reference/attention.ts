/** Scores, weights and context in plain arrays, one query and one source at a time. */
import { REFERENCE_SCORES } from "../scores/reference";
import type { ModelShape } from "../setup/modelShape";
import { at, softmax, type Vector } from "./linearAlgebra";
import { type Reference, row } from "./parameters";

export interface ReferenceAttention {
  readonly query: Vector; //   [H]
  readonly scores: Vector; //  [S]
  readonly weights: Vector; // [S]
  readonly context: Vector; // [K]
}

/** Attends with one query. states: S of [K] */
export function referenceAttend(
  p: Reference,
  { attention }: ModelShape,
  query: Vector,
  states: readonly Vector[],
): ReferenceAttention {
  if (attention === "none") throw new Error("reference: expected a model with attention");
  const score = REFERENCE_SCORES[attention];
  const scores = states.map((key) => score(p, query, key));
  const weights = softmax(scores);
  const context = row(states).map((_, i) =>
    states.reduce((sum, h, s) => sum + at(weights, s) * at(h, i), 0),
  );
  return { query, scores, weights, context };
}
