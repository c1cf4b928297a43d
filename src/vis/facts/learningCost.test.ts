import { expect, test } from "vitest";
import { DEFAULT_CONFIG } from "../../engine/setup/config";
import { learnedAt, stepsInARow } from "./learningCost";

const evaluationOf = (step: number, exactMatch: number) => ({
  step,
  exactMatch,
  examples: 256,
  tokenAccuracy: exactMatch,
  alignmentError: null,
});

test("a task is learned at the first evaluation with 95%, though a later one is worse", () => {
  const evaluations = [[50, 0.4], [100, 0.95], [150, 0.9]].map(([step = 0, match = 0]) => evaluationOf(step, match)); // prettier-ignore
  expect(learnedAt(evaluations)).toEqual({ reachedAt: 100, best: 0.95, last: 150 });
  expect(learnedAt(evaluations.slice(0, 1))).toEqual({ reachedAt: null, best: 0.4, last: 50 });
  expect(learnedAt([])).toBeNull();
});

test("a Transformer has one step in a row, unless it must write its inputs itself", () => {
  const transformer = { ...DEFAULT_CONFIG, network: "transformer" } as const;
  expect(stepsInARow(DEFAULT_CONFIG, 8)).toBe(16);
  expect(stepsInARow(transformer, 8)).toBe(1);
  expect(stepsInARow({ ...transformer, forcing: 0.5 }, 8)).toBe(9);
});
