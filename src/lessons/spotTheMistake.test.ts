import { describe, expect, it } from "vitest";
import { EOS } from "../engine/text/tokens";
import { makeTrace, type TraceOptions } from "../vis/testing/traces";
import { ended, length } from "./endMistakes";
import type { Outcome } from "./lesson";
import { SPOT_THE_MISTAKE } from "./spotTheMistake";
import { createJudge, numberIn, withoutRightLines } from "./testing/exhibits";
import { factsOf } from "./testing/facts";
import { coin, firstRow, noStart, padLoss, twice } from "./trainingMistakes";

/** Three tokens and <eos>. */
const SHORT: TraceOptions = { source: ["a", "b", "c"] };
const { judge, ofChoices, ofNumbers } = createJudge(factsOf(makeTrace(SHORT)));

it("every code has right lines, and its note stands beside the default model", () => {
  expect(withoutRightLines(SPOT_THE_MISTAKE, makeTrace())).toEqual([]);
});

it("the turned sign feeds the truth with the other probability", () => {
  expect(ofNumbers(coin, [20, 80, 50])).toEqual(["right", "named", "other"]);
});

it("a perfect answer costs the floor of this vocabulary", () => {
  const floor = Math.log(Math.E + makeTrace().shape.targetTokens - 1) - 1;
  expect(ofNumbers(twice, [floor, 0, floor - 1, floor + 1])).toEqual([
    "right",
    "zero",
    "low",
    "high",
  ]);
  const outcome = judge(twice, { kind: "number", value: 0 });
  expect(numberIn(outcome, "twice")).toBeGreaterThan(floor);
});

it("the loss of zeros stays, and draws the mean towards it", () => {
  expect(ofChoices(firstRow, ["stays", "falls", "grows"])).toEqual(["right", "falls", "grows"]);
  const outcome = judge(firstRow, { kind: "choice", choice: "falls" });
  expect(numberIn(outcome, "withZeros")).toBeGreaterThan(numberIn(outcome, "loss"));
  expect(numberIn(outcome, "withZeros")).toBeLessThan(numberIn(outcome, "guessing"));
});

it("without its ends, an answer loses its first token and <eos>", () => {
  const facts = factsOf(makeTrace(SHORT));
  const last = facts.trace.steps.length - 1;
  expect(facts.trace.steps[last]?.chosen.id).toBe(EOS);
  const at = (place: number): Outcome => judge(noStart, { kind: "token", place }, facts);
  expect([0, 1, last].map((place) => at(place).verdict)).toEqual(["right", "other", "end"]);
  expect([0, 1, last].map((place) => at(place).isRight)).toEqual([true, false, true]);
});

describe("padding", () => {
  it("makes the mean of four real tokens in ten places 0.4 of itself", () => {
    expect(ofNumbers(padLoss, [0.4, 1, 0.7, 0.1])).toEqual(["right", "same", "high", "low"]);
  });

  it("is not asked of an answer that fills the places", () => {
    const source = Array.from("abcdefghij");
    expect(padLoss.ask(factsOf(makeTrace({ source })))).toBeNull();
  });
});

it("49 of 50 places are not <eos>, whatever the answer", () => {
  expect(ofNumbers(length, [49, 3, 4, 50, 20])).toEqual([
    "right",
    "words",
    "words",
    "all",
    "other",
  ]);
});

it("two answers that end at different steps never end at once", () => {
  expect(ofChoices(ended, ["never", "first", "last"])).toEqual(["right", "first", "last"]);
});
