import { describe, expect, it } from "vitest";
import { toBesideDecode } from "../engine/results/besideDecode";
import type { Trace } from "../engine/results/trace";
import { makeTrace, type TraceOptions } from "../vis/testing/traces";
import type { Facts } from "./facts";
import type { Outcome, Prediction, PredictStep } from "./lesson";
import { factsOf } from "./testing/facts";
import { WHICH_ANSWER } from "./whichAnswer";

const [hot, draw, one, wider, blame, now] = WHICH_ANSWER;

const trace = (options: TraceOptions = {}): Trace =>
  makeTrace({ attention: "none", source: ["w", "o", "r", "d"], ...options });

/** Greedy, with a wrong token in row 2. */
const SLIP = factsOf(trace({ wrong: [1] }));

function verdict(step: PredictStep, prediction: Prediction, after: Facts, before = after): string {
  const question = step.ask(before);
  if (!question) throw new Error(`${step.id}: expected a question`);
  const outcome = step.judge(after, question, prediction, before);
  expect(outcome.isRight).toBe(outcome.verdict === "right");
  return outcome.verdict;
}

const choose = (step: PredictStep, choices: readonly string[], after: Facts, before = after) =>
  choices.map((choice) => verdict(step, { kind: "choice", choice }, after, before));

describe("a row of two minds", () => {
  it("keeps its likeliest token at every temperature", () => {
    expect(hot.ask(SLIP)).toMatchObject({ row: 1 });
    expect(choose(hot, ["same", "changes"], SLIP)).toEqual(["right", "changes"]);
  });

  it("leaves to the other tokens what the likeliest one has not", () => {
    const best = SLIP.trace.steps[1]?.top[0]?.probability ?? 0;
    const rest = 1 - best;
    const verdicts = [0, rest - 0.2, rest, rest + 0.2].map((value) =>
      verdict(draw, { kind: "weight", value }, SLIP),
    );
    expect(verdicts).toEqual(["never", "low", "right", "high"]);
  });

  it("is asked for only of greedy decoding, and where an answer is wrong", () => {
    expect([hot.ask(factsOf(trace())), draw.ask(factsOf(trace()))]).toEqual([null, null]);
    expect(hot.ask(factsOf(trace({ wrong: [1], decoding: "sampling" })))).toBeNull();
  });
});

describe("a beam", () => {
  it("of width 1 is compared with greedy", () => {
    expect(choose(one, ["same", "likelier"], SLIP)).toEqual(["right", "wrong"]);
    expect(choose(one, ["same", "other"], factsOf(trace()), SLIP)).toEqual(["wrong", "right"]);
  });

  it("is judged by its answer and by the probability of it", () => {
    const choices = ["same", "likelier", "lessLikely"];
    expect(choose(wider, choices, SLIP)).toEqual(["right", "likelier", "lessLikely"]);
    // The synthetic beam chooses tokens with the second largest logits.
    const other = factsOf(trace({ decoding: "beam", wrong: [1, 2] }));
    expect(choose(wider, choices, other, SLIP)).toEqual(["same", "likelier", "right"]);
  });
});

describe("a wrong answer", () => {
  it("is a search error where the right one is likelier", () => {
    const before = factsOf(trace({ wrong: [1], decoding: "beam" }));
    const forced = factsOf(trace({ wrong: [1], decoding: "beam", teacherForcing: true }));
    expect(choose(blame, ["search", "model"], forced, before)).toEqual(["right", "model"]);
  });

  it("is a model error where the wrong one is likelier", () => {
    const before = factsOf(trace({ wrong: [1], decoding: "beam" }));
    const steps = SLIP.trace.steps; // here the chosen token has the largest logit
    const own = factsOf({ ...before.trace, steps });
    const forced = factsOf(trace({ wrong: [1], teacherForcing: true }));
    expect(choose(blame, ["search", "model"], forced, own)).toEqual(["search", "right"]);
  });
});

describe("the goal", () => {
  const beam = trace({ decoding: "beam" });

  it("is a sentence for which beam and greedy differ", () => {
    expect(typed(beam, trace({ wrong: [2] }))).toMatchObject({
      verdict: "reached",
      isRight: true,
      values: { row: { count: 3 } },
    });
    expect(typed(beam, trace())).toMatchObject({ verdict: "alike", isRight: false });
  });

  it("needs both answers, and a typed sentence", () => {
    expect(typed(beam, null)).toMatchObject({ verdict: "alone" });
    expect(typed(trace(), trace({ wrong: [2] }))).toMatchObject({ verdict: "alone" });
    expect(now.check(factsOf(beam))).toBeNull();
  });
});

/** What the goal says of a typed sentence with greedy beside it. */
function typed(shown: Trace, greedy: Trace | null): Outcome | null {
  const show = { ...shown.show, example: { kind: "typed", text: "x" } as const };
  return now.check(factsOf({ ...shown, show, beside: greedy && toBesideDecode("greedy", greedy) }));
}
