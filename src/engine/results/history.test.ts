import { describe, expect, it } from "vitest";
import { type BestEvaluation, bestOf, criterionOf, isBetter } from "./history";

const at = (step: number, exactMatch: number, heldOutLoss?: number): BestEvaluation =>
  heldOutLoss === undefined ? { step, exactMatch } : { step, exactMatch, heldOutLoss };

describe("the better of two evaluations", () => {
  it("of a task with one right answer is the one with the higher exact match", () => {
    expect(criterionOf("reverse")).toBe("match");
    expect(isBetter(at(2, 0.42, 2), at(1, 0.41, 1), "match")).toBe(true);
    expect(isBetter(at(2, 0.42, 1), at(1, 0.42, 2), "match")).toBe(true);
    expect(isBetter(at(2, 0.42, 2), at(1, 0.42, 2), "match")).toBe(false);
  });

  it("of a user's own pairs is the one with the lower held-out loss, unless a tenth more answers match", () => {
    expect(criterionOf("pairs")).toBe("loss");
    expect(isBetter(at(2, 0.04, 4), at(1, 0.01, 3.3), "loss")).toBe(false);
    expect(isBetter(at(2, 0.01, 3.2), at(1, 0.04, 3.3), "loss")).toBe(true);
    expect(isBetter(at(2, 0.84, 0.11), at(1, 0.74, 0.07), "loss")).toBe(true);
  });

  it("is never one without a held-out loss, of equals", () => {
    for (const by of ["match", "loss"] as const) {
      expect(isBetter(at(1, 0.5), at(2, 0.5, 9), by)).toBe(false);
      expect(isBetter(at(2, 0.5, 9), at(1, 0.5), by)).toBe(true);
      expect(isBetter(at(1, 0.5), at(2, 0.5), by)).toBe(false);
    }
  });
});

it("the best of several is the first of the best", () => {
  const [first, equal] = [at(50, 0, 3), at(100, 0, 3)];
  expect(bestOf([at(0, 0, 8), first, equal, at(150, 0, 4)], "loss")).toBe(first);
  expect(bestOf([], "loss")).toBeNull();
});
