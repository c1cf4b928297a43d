import { expect, it } from "vitest";
import { createRandom } from "../rng";
import { softmax } from "../reference/linearAlgebra";
import { entropyOf } from "./entropy";

it("the entropy of even attention over S tokens is ln S", () => {
  for (const S of [1, 2, 7, 21])
    expect(entropyOf(Array.from({ length: S }, () => 1 / S))).toBeCloseTo(Math.log(S), 12);
});

it("attention to one token has entropy 0, and pads without weight add nothing", () => {
  expect(entropyOf([0, 1, 0])).toBe(0);
  expect(entropyOf([0.5, 0.5, 0, 0])).toBeCloseTo(Math.log(2), 12);
});

it("is no number where a weight is none", () => {
  expect(entropyOf([NaN, NaN, NaN])).toBeNaN();
  expect(entropyOf([0.5, NaN, 0])).toBeNaN();
});

it("is ln Z minus the mean score of a softmax", () => {
  const random = createRandom(1);
  const scores = Array.from({ length: 6 }, () => 4 * random.next());
  const weights = softmax(scores);
  const logSum = Math.log(scores.reduce((sum, score) => sum + Math.exp(score), 0));
  const mean = weights.reduce((sum, weight, i) => sum + weight * (scores[i] ?? 0), 0);
  expect(entropyOf(weights)).toBeCloseTo(logSum - mean, 12);
});
