import { describe, expect, it } from "vitest";
import type { ModelShape } from "../engine/modelShape";
import type { Trace } from "../engine/trace";
import { alignedColumns, largestColumn, lookedPast } from "./aligned";
import { makeTrace } from "./testing/traces";

/** A trace whose first answer is right, aligned with column 1, and looks at this column most. */
function lookingAt(column: number, direction: ModelShape["direction"]): Trace {
  const trace = makeTrace({ direction });
  const [first] = trace.steps;
  if (!first?.attention) throw new Error("no attention in the made-up trace");
  const weights = first.attention.weights.map((_, s) => (s === column ? 0.9 : 0.01));
  const step = { ...first, attention: { ...first.attention, weights } };
  return {
    ...trace,
    steps: [step, ...trace.steps.slice(1)],
    expected: [first.chosen, ...(trace.expected ?? []).slice(1)],
    gold: [[1], ...(trace.gold ?? []).slice(1)],
  };
}

describe("a right answer for which attention went elsewhere", () => {
  it("is none where the largest weight lies on an aligned token", () => {
    expect(lookedPast(lookingAt(1, "unidirectional"), 0)).toBeNull();
    expect(alignedColumns(lookingAt(1, "unidirectional"), 0)).toEqual([1]);
    expect(largestColumn(Float32Array.of(0.1, 0.7, 0.2))).toBe(1);
  });

  it("looked at a state that has read the token too: the next, or the one before on the way back", () => {
    expect(lookedPast(lookingAt(2, "unidirectional"), 0)).toBe("next");
    expect(lookedPast(lookingAt(2, "bidirectional"), 0)).toBe("next");
    expect(lookedPast(lookingAt(0, "bidirectional"), 0)).toBe("before");
    expect(lookedPast(lookingAt(0, "unidirectional"), 0)).toBe("elsewhere");
  });

  it("is nothing to speak of where the answer is wrong or nobody knows the alignment", () => {
    const trace = lookingAt(3, "unidirectional");
    expect(lookedPast({ ...trace, expected: null }, 0)).toBeNull();
    expect(lookedPast({ ...trace, gold: null }, 0)).toBeNull();
    expect(lookedPast(trace, 0)).toBe("elsewhere");
  });
});
