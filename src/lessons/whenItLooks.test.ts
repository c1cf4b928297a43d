import { describe, expect, it } from "vitest";
import type { DecoderStep, Trace } from "../engine/results/trace";
import { makeTrace, type TraceOptions } from "../vis/testing/traces";
import type { Facts } from "./facts";
import type { Outcome, Prediction, PredictStep } from "./lesson";
import { factsOf } from "./testing/facts";
import { WHEN_IT_LOOKS } from "./whenItLooks";

const [first, luong, spreads, spreadsLuong, output, now] = WHEN_IT_LOOKS;

const SOURCE = ["a", "b", "c", "d", "e"];
const trace = (options: TraceOptions = {}): Trace => makeTrace({ source: SOURCE, ...options });
const BAHDANAU = trace();
const LUONG = trace({ timing: "luong" });

function verdict(step: PredictStep, prediction: Prediction, after: Facts, before = after): string {
  const question = step.ask(before);
  if (!question) throw new Error(`${step.id}: expected a question`);
  const outcome = step.judge(after, question, prediction, before);
  expect(outcome.isRight).toBe(outcome.verdict === "right");
  return outcome.verdict;
}

describe("the query", () => {
  it("of the first row has not read <sos> in Bahdanau timing", () => {
    const verdicts = ["notYet", "already"].map((choice) =>
      verdict(first, { kind: "choice", choice }, factsOf(BAHDANAU)),
    );
    expect(verdicts).toEqual(["right", "wrong"]);
    expect(first.ask(factsOf(LUONG))).toBeNull();
  });

  it("is the row's own state in Luong timing", () => {
    const facts = factsOf(LUONG);
    const row = luong.ask(facts)?.row ?? -1;
    expect(row).toBeGreaterThan(0);
    const verdicts = [row, row - 1, row + 1].map((tile) =>
      verdict(luong, { kind: "tile", tile }, facts),
    );
    expect(verdicts).toEqual(["right", "before", "other"]);
    expect(luong.ask(factsOf(BAHDANAU))).toBeNull();
  });
});

/** The trace after an edit that changes a part of the rows from one on. */
function changedFrom(was: Trace, row: number, change: (step: DecoderStep) => DecoderStep): Facts {
  const steps = was.steps.map((step, at) => (at < row ? step : change(step)));
  const { ending, decoding } = was;
  return factsOf({ ...was, steps, untouched: { steps: was.steps, ending, decoding } });
}

function otherWeights(step: DecoderStep): DecoderStep {
  if (!step.attention) return step;
  const weights = step.attention.weights.map((weight) => weight / 2);
  return { ...step, attention: { ...step.attention, weights } };
}

function otherState(step: DecoderStep): DecoderStep {
  const layers = step.layers.map((layer) => ({
    ...layer,
    after: { ...layer.after, h: layer.after.h.map((value) => value + 1) },
  }));
  return { ...step, layers };
}

/** The verdicts on rows 2 to 5 where the weights change from a row on. */
function judged(step: PredictStep, was: Trace, truth: number): string[] {
  const after = changedFrom(was, truth, otherWeights);
  return [1, 2, 3, 4].map((row) => verdict(step, { kind: "row", row }, after, factsOf(was)));
}

describe("the first row with other weights", () => {
  it("is found by comparing with the decode without the edit", () => {
    expect(judged(spreads, BAHDANAU, 3)).toEqual(["same", "sooner", "right", "later"]);
    expect(judged(spreadsLuong, LUONG, 2)).toEqual(["same", "right", "later", "later"]);
  });

  it("is asked of each timing in a step of its own", () => {
    expect([spreads.ask(factsOf(LUONG)), spreadsLuong.ask(factsOf(BAHDANAU))]).toEqual([
      null,
      null,
    ]);
    expect(spreads.ask(factsOf(trace({ attention: "none" })))).toBeNull();
  });
});

it("the first other state is not that of the row whose context is empty", () => {
  const after = changedFrom(LUONG, 2, otherState);
  const verdicts = [1, 2, 3].map((tile) =>
    verdict(output, { kind: "tile", tile }, after, factsOf(LUONG)),
  );
  expect(verdicts).toEqual(["own", "right", "other"]);
});

const check = (options: TraceOptions): Outcome | null => now.check(factsOf(trace(options)));

it("the goal is Bahdanau's timing with the dot product", () => {
  expect(check({ timing: "luong" })).toBeNull();
  const verdicts = [
    check({ timing: "bahdanau", attention: "dot" }),
    check({ timing: "luong", attention: "dot" }),
    check({ timing: "bahdanau", attention: "general" }),
  ].map((outcome) => outcome?.verdict);
  expect(verdicts).toEqual(["reached", "timing", "score"]);
});
