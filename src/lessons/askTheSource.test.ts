import { describe, expect, it } from "vitest";
import type { Edit } from "../engine/edits/edit";
import type { Trace } from "../engine/results/trace";
import { makeTrace } from "../vis/testing/traces";
import { ASK_THE_SOURCE } from "./askTheSource";
import type { Outcome, PredictStep, Prediction } from "./lesson";
import { factsOf } from "./testing/facts";

const [query, , shift, double, value, now] = ASK_THE_SOURCE;

/** Every row looks at its own column, and shares a third with the next one. */
function mapTrace(options: Parameters<typeof makeTrace>[0] = {}): Trace {
  const trace = makeTrace({ source: ["a", "b", "c"], target: ["A", "B", "C"], ...options });
  const steps = trace.steps.map((step, row) => ({
    ...step,
    attention: step.attention && {
      ...step.attention,
      weights: trace.source.map((_, s) => (s === row ? 0.66 : s === row + 1 ? 0.34 : 0)),
    },
  }));
  return { ...trace, steps } as unknown as Trace;
}

function judge(step: PredictStep, trace: Trace, prediction: Prediction, after = trace): Outcome {
  const before = factsOf(trace);
  const question = step.ask(before);
  if (!question) throw new Error(`${step.id}: expected a question`);
  return step.judge(factsOf(after), question, prediction, before);
}

const edited = (trace: Trace, ...edits: readonly Edit[]): Trace => ({
  ...trace,
  show: { ...trace.show, edits },
});

const rowOf = (trace: Trace): number => query.ask(factsOf(trace))?.row ?? -1;

describe("the query", () => {
  it("is the state of the row before, in Luong's timing that of the row itself", () => {
    for (const [timing, before] of [
      ["bahdanau", 1],
      ["luong", 0],
    ] as const) {
      const trace = mapTrace({ timing });
      const tile = rowOf(trace) - before;
      expect(judge(query, trace, { kind: "tile", tile }).verdict).toBe("right");
    }
  });

  it("is not the row's own state, which does not exist yet", () => {
    const trace = mapTrace();
    const row = rowOf(trace);
    expect(judge(query, trace, { kind: "tile", tile: row }).verdict).toBe("own");
    expect(judge(query, trace, { kind: "tile", tile: row + 1 }).verdict).toBe("other");
  });
});

it("a number that is added to every score changes no weight", () => {
  const trace = makeTrace();
  const { verdict, values } = judge(shift, trace, { kind: "choice", choice: "flatter" });
  expect(verdict).toBe("flatter");
  expect(values["difference"]).toMatchObject({ number: expect.closeTo(0, 5) as unknown });
});

it("doubled scores are the attention's temperature 0.5, whoever sets it", () => {
  const facts = factsOf(mapTrace());
  const question = double.ask(facts);
  if (!question || !double.act) throw new Error("expected a question with an act");
  expect(double.act.calls(facts, question)).toEqual([
    ["editDecode", { kind: "temperature", of: "attention", value: 0.5 }],
  ]);
  const at = (temperature: number): boolean | undefined =>
    double.act?.isDone(
      factsOf(edited(facts.trace, { kind: "temperature", of: "attention", value: temperature })),
      facts,
      question,
    );
  expect([at(0.5), at(2)]).toEqual([true, false]);
});

it("what a row writes after its weight has moved decides between three answers", () => {
  const trace = mapTrace();
  const row = value.ask(factsOf(trace))?.row ?? -1;
  const writes = (text: string, id: number): Trace => ({
    ...trace,
    steps: trace.steps.map((step, i) => (i === row ? { ...step, chosen: { id, text } } : step)),
  });
  const truthOf = (after: Trace): unknown =>
    judge(value, trace, { kind: "choice", choice: "same" }, after).truth;
  expect(truthOf(trace)).toEqual({ kind: "choice", choice: "same" });
  expect(truthOf(writes("x", 999))).toEqual({ kind: "choice", choice: "neither" });
});

describe("the goal", () => {
  const look: Edit = { kind: "look", step: 1, weights: [1, 0, 0, 0] };
  const trace = mapTrace();
  const { steps, ending, decoding } = trace;

  it("is not tried without moved weights", () => {
    expect(now.check(factsOf(trace))).toBeNull();
  });

  it("is reached where the row writes another token than without the edit", () => {
    const other = steps.map((step) => ({ ...step, chosen: { id: 999, text: "x" } }));
    const tried = edited({ ...trace, untouched: { steps, ending, decoding } }, look);
    expect(now.check(factsOf(tried))).toMatchObject({ verdict: "same", isRight: false });
    expect(now.check(factsOf({ ...tried, steps: other }))).toMatchObject({
      verdict: "reached",
      isRight: true,
      values: { row: { count: 2 }, column: { word: { text: "a" } } },
    });
  });
});
