/** A trace with given weights, for tests of lessons about the map. */
import type { Trace } from "../../engine/results/trace";
import { makeTrace, type TraceOptions } from "../../vis/testing/traces";

/** @param weights one row for each step, <eos> last in rows and columns */
export function mapTrace(
  source: readonly string[],
  target: readonly string[],
  weights: readonly (readonly number[])[],
  options: TraceOptions = {},
): Trace {
  const trace = makeTrace({ ...options, source, target });
  const steps = trace.steps.map((step, row) => ({
    ...step,
    attention: step.attention && {
      ...step.attention,
      weights: Float32Array.from(weights[row] ?? []),
    },
  }));
  return { ...trace, steps };
}

/** "the black cat sleeps" -> "le chat noir dort": rows 2 and 3 cross. */
export const BLACK_CAT = mapTrace(
  ["the", "black", "cat", "sleeps"],
  ["le", "chat", "noir", "dort"],
  [
    [0.97, 0.01, 0.01, 0.01, 0],
    [0, 0.06, 0.92, 0.02, 0],
    [0, 0.9, 0.06, 0.04, 0],
    [0.01, 0.01, 0.02, 0.64, 0.32],
    [0, 0, 0, 0.1, 0.9],
  ],
);

/** A map on the diagonal. */
export const DIAGONAL = mapTrace(
  ["a", "b", "c"],
  ["A", "B", "C"],
  [
    [0.9, 0.1, 0, 0],
    [0.1, 0.6, 0.3, 0],
    [0, 0.1, 0.8, 0.1],
    [0, 0, 0.1, 0.9],
  ],
);
