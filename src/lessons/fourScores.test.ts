import { describe, expect, it } from "vitest";
import { createRandom } from "../engine/rng";
import { initialParameters } from "../engine/setup/learnedParameters";
import type { AttentionKind } from "../engine/setup/config";
import { DEFAULT_CONFIG } from "../engine/setup/config";
import { makeTrace } from "../vis/testing/traces";
import { FOUR_SCORES } from "./fourScores";
import type { Outcome, PredictStep, Prediction } from "./lesson";
import { factsOf } from "./testing/facts";

const [cost, possible, withoutTanh, swap, now] = FOUR_SCORES;

function judge(step: PredictStep, prediction: Prediction, facts = factsOf(makeTrace())): Outcome {
  const question = step.ask(facts);
  if (!question) throw new Error(`${step.id}: expected a question`);
  return step.judge(facts, question, prediction, facts);
}

it("general has a matrix of the model's own size", () => {
  const { hiddenSize: H } = makeTrace().shape;
  const verdicts = [0, H * H, 2 * H * H].map(
    (value) => judge(cost, { kind: "number", value }).verdict,
  );
  expect(verdicts).toEqual(["few", "right", "many"]);
  expect(judge(cost, { kind: "number", value: 0 }).values).toMatchObject({
    dot: { count: 0 },
    diagonal: { count: H },
    general: { count: H * H },
    additive: { count: 2 * H * H + H },
  });
});

it("both directions exclude the two scores that multiply number by number", () => {
  const verdicts = ["none", "equal", "learned", "all"].map(
    (choice) => judge(possible, { kind: "choice", choice }).verdict,
  );
  expect(verdicts).toEqual(["none", "right", "learned", "all"]);
});

it("without the tanh all rows are equal, for any weights of the model", () => {
  const trace = makeTrace();
  const weights = initialParameters(trace.shape, createRandom(5));
  const facts = factsOf(trace, { weights });
  const { values } = judge(withoutTanh, { kind: "choice", choice: "alike" }, facts);
  expect(values["straight"]).toEqual({ weight: expect.closeTo(0, 6) as unknown });
  expect(values["bent"] && "weight" in values["bent"] && values["bent"].weight).toBeGreaterThan(
    1e-6,
  );
});

it("the other model's map is asked only of a map that crosses", () => {
  expect(swap.ask(factsOf(makeTrace({ attention: "dot" })))).toBeNull();
});

/** Of a model that reads both directions. */
const verdictOf = (attention: AttentionKind, direction = "bidirectional" as const) => {
  const trace = makeTrace({ attention: attention === "none" ? "none" : "additive", direction });
  const facts = factsOf(
    { ...trace, shape: { ...trace.shape, attention } },
    { config: { ...DEFAULT_CONFIG, attention, direction } },
  );
  return now.check(facts)?.verdict ?? null;
};

describe("the goal", () => {
  it("wants the cheapest score that reads both directions", () => {
    expect(verdictOf("general")).toBe("reached");
    expect(verdictOf("additive")).toBe("costly");
    expect(verdictOf("none")).toBe("noAttention");
  });

  it("is not tried while the encoder reads one way", () => {
    expect(now.check(factsOf(makeTrace()))).toBeNull();
  });
});
