import { describe, expect, it } from "vitest";
import { referenceParameters } from "../engine/reference/parameters";
import { plus, times } from "../engine/reference/linearAlgebra";
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
import { dropout, narrow } from "./sizeMistakes";
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

it("dropout on the embedding reaches the token's numbers alone", () => {
  const trace = makeTrace(SHORT);
  const { shape, steps } = trace;
  const weights = initialParameters(shape, createRandom(5));
  const facts = factsOf(trace, { weights });
  const all = shape.embeddingSize + shape.hiddenSize;
  const guesses = [shape.embeddingSize, all, 2, shape.embeddingSize + 1];
  const verdicts = guesses.map((value) => judge(dropout, { kind: "number", value }, facts).verdict);
  expect(verdicts).toEqual(["right", "all", "few", "many"]);
  const sameAs = (id: number): number => {
    const said = steps.map((step) => ({ ...step, chosen: { id, text: "" } }));
    const now = factsOf({ ...trace, steps: said }, { weights });
    const { same } = judge(dropout, { kind: "number", value: 2 }, now).values;
    return same && "count" in same ? same.count : Number.NaN;
  };
  const counts = Array.from({ length: shape.targetTokens }, (_, id) => sameAs(id));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(steps.length); // each row writes one token
  expect(dropout.ask(factsOf(makeTrace({ attention: "none" })))).toBeNull();
});

describe("a state of five numbers", () => {
  const { shape, ...trace } = makeTrace({ ...SHORT, hiddenSize: 5 });
  const weights = initialParameters(shape, createRandom(5));
  const own = referenceParameters(shape, [...weights]);
  const random = createRandom(9);
  /** Any state's logits. */
  const logits = (): Float32Array => {
    const state = Array.from({ length: 5 }, () => random.next() - 0.5);
    const bias = own("decoder.out.bias")[0] ?? [];
    return Float32Array.from(plus(times(state, own("decoder.out.weight")), bias));
  };
  const withLogits = (of: () => Float32Array) =>
    factsOf(
      { ...trace, shape, steps: trace.steps.map((step) => ({ ...step, logits: of() })) },
      { weights },
    );

  const error = (of: () => Float32Array): number =>
    numberIn(judge(narrow, { kind: "number", value: 5 }, withLogits(of)), "error");

  it("sets five logits freely", () => {
    const facts = withLogits(logits);
    const verdicts = [5, shape.targetTokens, 4, 6].map(
      (value) => judge(narrow, { kind: "number", value }, facts).verdict,
    );
    expect(verdicts).toEqual(["right", "all", "few", "many"]);
    expect(narrow.ask(factsOf(makeTrace({ hiddenSize: 64 })))).toBeNull();
  });

  it("and the others follow, as they would not from other logits", () => {
    expect(error(logits)).toBeLessThan(1e-5);
    expect(error(() => Float32Array.from({ length: shape.targetTokens }, () => random.next()))).toBeGreaterThan(0.1); // prettier-ignore
  });
});

it("the general score changes when query and key change places", () => {
  const trace = makeTrace({ ...SHORT, attention: "general" });
  const weights = initialParameters(trace.shape, createRandom(5));
  const outcome = judge(diagonal, { kind: "number", value: 2 }, factsOf(trace, { weights }));
  expect(numberIn(outcome, "score")).not.toBe(numberIn(outcome, "exchanged"));
});
