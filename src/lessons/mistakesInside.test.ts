import { describe, expect, it } from "vitest";
import { plus, times } from "../engine/reference/linearAlgebra";
import { referenceParameters } from "../engine/reference/parameters";
import { createRandom } from "../engine/rng";
import { initialParameters } from "../engine/setup/learnedParameters";
import { makeTrace, type TraceOptions } from "../vis/testing/traces";
import type { Outcome } from "./lesson";
import { MISTAKES_INSIDE } from "./mistakesInside";
import { diagonal, finalPair, permuted } from "./modelMistakes";
import { dropout, narrow } from "./sizeMistakes";
import { createJudge, numberIn, withoutRightLines } from "./testing/exhibits";
import { factsOf } from "./testing/facts";

/** Three tokens and <eos>. */
const SHORT: TraceOptions = { source: ["a", "b", "c"] };
const { judge, ofChoices } = createJudge(factsOf(makeTrace(SHORT)));

it("every code has right lines, and its note stands beside the default model", () => {
  expect(withoutRightLines(MISTAKES_INSIDE, makeTrace())).toEqual([]);
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
