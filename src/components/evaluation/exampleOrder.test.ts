import { describe, expect, it } from "vitest";
import { scoredExample } from "../../state/testing/events";
import type { Order } from "../../state/slices/view";
import { listExamples, nextOrder } from "./exampleOrder";

const examples = [
  scoredExample({ source: ["a", "b"], loss: 0.5 }),
  scoredExample({ source: ["c"], loss: 2, isExact: false }),
  scoredExample({ source: ["d", "e"], loss: Number.NaN, isExact: false }),
  scoredExample({ source: ["f", "g", "h"], loss: 0.1 }),
];

function indices(order: Order | null, wrongOnly = false): number[] {
  return listExamples(examples, order, wrongOnly).map(({ index }) => index);
}

describe("order of the held-out examples", () => {
  it("is the original order until the student chooses another", () => {
    expect(indices(null)).toEqual([0, 1, 2, 3]);
  });

  it("follows a column up or down, and keeps the order of equal values", () => {
    expect(indices({ key: "length", descending: false })).toEqual([1, 0, 2, 3]);
    expect(indices({ key: "length", descending: true })).toEqual([3, 0, 2, 1]);
    expect(indices({ key: "result", descending: false })).toEqual([1, 2, 0, 3]);
    expect(indices({ key: "loss", descending: false })).toEqual([3, 0, 1, 2]);
  });

  it("can omit right answers, and keeps each example's own index", () => {
    expect(indices(null, true)).toEqual([1, 2]);
    expect(indices({ key: "loss", descending: true }, true)).toEqual([2, 1]);
  });

  it("goes up, down and back with each click on a heading", () => {
    const up = nextOrder(null, "loss");
    expect(up).toEqual({ key: "loss", descending: false });
    const down = nextOrder(up, "loss");
    expect(down).toEqual({ key: "loss", descending: true });
    expect(nextOrder(down, "loss")).toBeNull();
    expect(nextOrder(down, "length")).toEqual({ key: "length", descending: false });
  });
});
