import { describe, expect, it } from "vitest";
import { createRandom } from "../engine/rng";
import { initialParameters } from "../engine/setup/learnedParameters";
import { EOS } from "../engine/text/tokens";
import { NOTE_IDS } from "../vis/code/notes/note";
import { notesOf } from "../vis/code/notes/notes";
import { makeTrace, type TraceOptions } from "../vis/testing/traces";
import type { Outcome, PredictStep, Prediction } from "./lesson";
import { diagonal, ended, finalPair, length, permuted } from "./modelMistakes";
import { SPOT_THE_MISTAKE } from "./spotTheMistake";
import { factsOf } from "./testing/facts";
import { coin, firstRow, noStart, padLoss, twice } from "./trainingMistakes";

/** Three tokens and <eos>. */
const SHORT: TraceOptions = { source: ["a", "b", "c"] };

function judge(step: PredictStep, prediction: Prediction, facts = factsOf(makeTrace(SHORT))) {
  const question = step.ask(facts);
  if (!question) throw new Error(`${step.id}: expected a question`);
  return step.judge(facts, question, prediction, facts);
}

const ofNumbers = (step: PredictStep, values: readonly number[]): string[] =>
  values.map((value) => judge(step, { kind: "number", value }).verdict);

const ofChoices = (step: PredictStep, choices: readonly string[]): string[] =>
  choices.map((choice) => judge(step, { kind: "choice", choice }).verdict);

const numberIn = ({ values }: Outcome, name: string): number => {
  const value = values[name];
  return value && "number" in value ? value.number : Number.NaN;
};

it("every code has right lines, and its note stands beside the default model", () => {
  const notes = notesOf(makeTrace(), 0).map(({ id }) => id);
  for (const { reason, code } of SPOT_THE_MISTAKE as readonly PredictStep[]) {
    if (!code) continue;
    expect(code.right).not.toEqual(code.printed);
    const note = reason?.tab === "pytorch" ? reason.note : undefined;
    expect(NOTE_IDS).toContain(note);
    expect(notes).toContain(note);
  }
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

it("the last two states are the directions of the last layer", () => {
  expect(ofChoices(finalPair, ["lastLayer", "layers", "firstLayer"])).toEqual([
    "right",
    "layers",
    "firstLayer",
  ]);
});

it("a query of two layers stops with an error, unless the source has two tokens", () => {
  expect(ofChoices(permuted, ["error", "works", "silent"])).toEqual(["right", "works", "other"]);
  const two = factsOf(makeTrace({ source: ["a"] })); // with <eos>
  expect(judge(permuted, { kind: "choice", choice: "silent" }, two).verdict).toBe("right");
});

it("measures the diagonal of the matrix that the page has read", () => {
  const trace = makeTrace({ ...SHORT, attention: "general" });
  const weights = initialParameters(trace.shape, createRandom(5));
  const facts = factsOf(trace, { weights });
  const guess = (value: number): Outcome => judge(diagonal, { kind: "number", value }, facts);
  const { truth } = guess(100);
  expect(truth).toEqual({ kind: "number", value: expect.closeTo(100 / 64, -1) as unknown });
  expect([100, 40, 2].map((value) => guess(value).verdict)).toEqual(["all", "high", "right"]);
  expect(diagonal.ask(factsOf(makeTrace()))).toBeNull();
});
