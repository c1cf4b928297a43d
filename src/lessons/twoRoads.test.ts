import { expect, test } from "vitest";
import type { Trace } from "../engine/results/trace";
import { roadLengths } from "../vis/facts/roadLengths";
import { answerFor } from "../vis/testing/roads";
import { makeTrace } from "../vis/testing/traces";
import type { Facts } from "./facts";
import type { Prediction, PredictStep } from "./lesson";
import { factsOf } from "./testing/facts";
import { TWO_ROADS } from "./twoRoads";

const [far, withMap, trained, road, now] = TWO_ROADS;
const WORD = ["l", "e", "a", "r", "n", "s"];
const ROW = 5; // writes "l"

/** A model of this kind whose gradients of the last letter the page has read. */
function facts(attention: "none" | "additive", trainedSteps: number, source = WORD): Facts {
  const trace: Trace = { ...makeTrace({ attention, source, hiddenSize: 4 }), trainedSteps };
  return factsOf(trace, { roads: { ...answerFor(trace, source.length - 1), trainedSteps } });
}

function verdict(step: PredictStep, after: Facts, prediction: Prediction): string {
  const question = step.ask(after);
  if (!question) throw new Error(`${step.id}: expected a question`);
  const { verdict: found, isRight } = step.judge(after, question, prediction, after);
  expect(isRight).toBe(found === "right");
  return found;
}

function columnsOf({ roads }: Facts) {
  if (!roads) throw new Error("facts: expected gradients");
  return roadLengths(roads.roads, 1).columns;
}

const choice = (name: string): Prediction => ({ kind: "choice", choice: name });
const tile = (s: number): Prediction => ({ kind: "tile", tile: s });

const sizesSaid = (step: PredictStep, own: Facts): string[] =>
  ["faint", "shorter", "alike"].map((each) => verdict(step, own, choice(each)));

const ratio = (own: Facts): number =>
  (columnsOf(own)[0]?.whole ?? 0) / (columnsOf(own).at(-1)?.whole ?? 1);

test("each question is about the row of the last letter, in a model of its own kind", () => {
  const kinds = [facts("none", 0), facts("additive", 0), facts("none", 9), facts("additive", 9)];
  const asked = [far, withMap, trained, road].map((step) =>
    kinds.map((each) => step.ask(each)?.row ?? null),
  );
  expect(asked).toEqual([
    [ROW, null, null, null],
    [null, ROW, null, null],
    [null, null, ROW, null],
    [null, null, null, ROW],
  ]);
});

test("without attention the gradient of an untrained model is longest at the end of the source", () => {
  const own = facts("none", 0);
  expect([6, 0, 3].map((s) => verdict(far, own, tile(s)))).toEqual(["right", "needed", "other"]);
});

test("the lengths are compared with that of the last state", () => {
  const [with_, without] = [facts("additive", 0), facts("none", 9)];
  expect(ratio(with_)).toBeGreaterThan(0.2);
  expect(sizesSaid(withMap, with_)).toEqual(["less", "less", "right"]);
  expect(ratio(without)).toBeLessThan(0.05);
  expect(sizesSaid(trained, without)).toEqual(["right", "more", "more"]);
});

test("the main road is that with the longest part", () => {
  const own = facts("additive", 9);
  const first = columnsOf(own)[0];
  expect(first?.values).toBeGreaterThan(Math.max(first?.scores ?? 0, first?.corner ?? 0));
  expect(["values", "scores", "corner"].map((each) => verdict(road, own, choice(each)))).toEqual([
    "right",
    "other",
    "corner",
  ]);
});

test("an act is done once the gradients of the asked row are there", () => {
  const own = facts("none", 0);
  const question = far.ask(own);
  if (!question || !far.act) throw new Error("far: expected a question with an act");
  expect(far.act.isDone(own, own, question)).toBe(true);
  expect(far.act.isDone({ ...own, roads: null }, own, question)).toBe(false);
  expect(far.act.isDone({ ...own, roads: answerFor(own.trace, 2) }, own, question)).toBe(false);
});

test("the goal is a shorter way to the first letter", () => {
  expect(now.check(facts("none", 0))).toBeNull();
  expect(now.check(facts("none", 9))?.verdict).toBe("short");
  expect(now.check(facts("additive", 0))?.verdict).toBe("reached");
  expect(now.check({ ...facts("additive", 0), roads: null })).toBeNull();
});
