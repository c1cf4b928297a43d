import { expect, it } from "vitest";
import { createRandom } from "../engine/rng";
import { stepLoss } from "../vis/facts/probability";
import { softmaxTwiceFloor } from "../vis/code/notes/trainingNotes";
import {
  addedToKeys,
  askedInEmptyPlace,
  countedAsLength,
  endedAtOnce,
  expectedPatterns,
  fedByTurnedSign,
  finalStates,
  lossOfSoftmaxTwice,
  meanOverPadding,
  meanWithZeroRow,
  onDiagonal,
  patternsIn,
} from "./mistakes";

it("the turned sign feeds the truth with the other probability, as coins show", () => {
  const coins = Array.from({ length: 1000 }, (_, i) => (i + 0.5) / 1000); // evenly spread
  for (const chance of [0, 0.2, 0.5, 0.9])
    expect(fedByTurnedSign(chance)).toBeCloseTo(
      coins.filter((coin) => coin > chance).length / coins.length,
      9,
    );
});

/** The loss of a token with this logit among 29 zeros. */
const sure = (logit: number): number =>
  lossOfSoftmaxTwice(
    Float32Array.from({ length: 30 }, (_, id) => (id === 0 ? logit : 0)),
    0,
  );

it("softmax before the loss leaves at least the floor, however sure the model is", () => {
  expect(sure(1000)).toBeCloseTo(softmaxTwiceFloor(30), 6);
  expect(sure(5)).toBeGreaterThan(softmaxTwiceFloor(30));
});

it("a row of zeros costs ln V, and the mean moves towards it", () => {
  expect(meanWithZeroRow(0, 9, 30)).toBeCloseTo(stepLoss(new Float32Array(30), 7) / 10, 6);
  expect(meanWithZeroRow(Math.log(30), 4, 30)).toBeCloseTo(Math.log(30), 9);
});

it("counts every place that is not the end", () => {
  const places = [0, 7, 8, 9, 1, 0, 0, 0]; // 1 is <eos>
  expect(countedAsLength(places.length, 1)).toBe(places.filter((id) => id !== 1).length);
});

it("rows that end at different steps never end at once, unless one says its end again", () => {
  expect(endedAtOnce([[3], [2]])).toBeNull();
  expect(endedAtOnce([[3], [3]])).toBe(3);
  expect(endedAtOnce([[3], [2, 3]])).toBe(3);
});

it("padding that costs nothing makes the mean smaller, and none leaves it", () => {
  expect(meanOverPadding(1, 4, 10)).toBeCloseTo(0.4, 12);
  expect(meanOverPadding(1, 12, 10)).toBe(1);
});

it("the last two final states are the two directions of the last layer", () => {
  expect(finalStates(2).slice(-2)).toEqual([
    { layer: 2, direction: "forward" },
    { layer: 2, direction: "backward" },
  ]);
});

it("a diagonal matrix has everything on its diagonal, equal numbers 1/H", () => {
  expect(onDiagonal([[2, 0], [0, 3]])).toBe(1); // prettier-ignore
  expect(onDiagonal([[1, 1], [1, 1]])).toBe(0.5); // prettier-ignore
});

it("a query of two rows adds to keys of two tokens without an error", () => {
  expect([1, 2, 3, 8].map(addedToKeys)).toEqual(["silent", "silent", "error", "error"]);
});

it("fair coins make as many patterns as expected", () => {
  const random = createRandom(7);
  const draw = (): number =>
    patternsIn(
      Array.from({ length: 8 }, () => Array.from({ length: 3 }, () => random.next() < 0.5)),
    );
  const drawn = Array.from({ length: 2000 }, draw);
  const mean = drawn.reduce((sum, each) => sum + each, 0) / drawn.length;
  expect(expectedPatterns(8, 3)).toBeCloseTo(mean, 1);
  expect(expectedPatterns(8, 0)).toBe(1);
});

it("a place of np.zeros asks for the token with number 0", () => {
  expect([0, 1, 2].map(askedInEmptyPlace)).toEqual(["start", "end", "nothing"]);
});
