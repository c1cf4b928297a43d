import { describe, expect, it } from "vitest";
import { BAKED_CONFIGS } from "../engine/files/bakedConfigs";
import type { ScoreReport } from "../engine/results/scoreReport";
import type { Trace } from "../engine/results/trace";
import { parameterCount } from "../engine/setup/learnedParameters";
import { matrixRow } from "../engine/results/vectors";
import { makeTrace, type TraceOptions } from "../vis/testing/traces";
import { BOTTLENECK, WIDE } from "./bottleneck";
import { curveOf } from "./byLength";
import type { Facts } from "./facts";
import type { Outcome, Prediction, PredictStep } from "./lesson";
import { factsOf } from "./testing/facts";

const [only, longest, beside, fair, beyond, order, now] = BOTTLENECK;

const PLAIN = makeTrace({ attention: "none", source: ["a", "b", "c"] });
const ATTENDING = makeTrace({ source: ["a", "b", "c"] });

const METRICS = {
  exactMatch: 0.6,
  freeAccuracy: 0.9,
  forcedAccuracy: 0.9,
  perplexity: 1.2,
  bleu: null,
  attention: null,
};

/** Half of the words with 8 letters are right, all shorter ones, and none longer than in training. */
const REPORT: ScoreReport = {
  step: 1000,
  metrics: METRICS,
  byLength: [3, 4, 5, 6, 7, 8, 9].map((length) => ({
    length,
    examples: 10,
    matches: length < 8 ? 10 : length === 8 ? 5 : 0,
    isSeen: length < 9,
  })),
  byPosition: [],
  examples: [],
};

function verdict(step: PredictStep, prediction: Prediction, after: Facts, before = after): string {
  const question = step.ask(before);
  if (!question) throw new Error(`${step.id}: expected a question`);
  const outcome = step.judge(after, question, prediction, before);
  expect(outcome.isRight).toBe(outcome.verdict === "right");
  return outcome.verdict;
}

const evaluated = factsOf(PLAIN, { report: REPORT });

describe("what the decoder receives", () => {
  it("is the last encoder state, as the numbers of the trace say", () => {
    const tile = PLAIN.source.length - 1;
    expect(matrixRow(PLAIN.encoder.states, tile)).toEqual(PLAIN.steps[0]?.layers[0]?.before.h);
    const verdicts = [tile, tile - 1, 0, 1].map((each) =>
      verdict(only, { kind: "tile", tile: each }, factsOf(PLAIN)),
    );
    expect(verdicts).toEqual(["right", "letter", "first", "other"]);
  });

  it("is not asked of attention, nor of a start that is no encoder state", () => {
    expect(only.ask(factsOf(ATTENDING))).toBeNull();
    const bridged = makeTrace({ attention: "none", direction: "bidirectional" });
    expect(only.ask(factsOf(bridged))).toBeNull();
  });
});

describe("the share of the longest words", () => {
  it("is right within 0.1, and the curve has the lengths of training", () => {
    const verdicts = [0.35, 0.45, 0.5, 0.6, 0.7].map((y) =>
      verdict(longest, { kind: "point", x: 8, y }, evaluated, factsOf(PLAIN)),
    );
    expect(verdicts).toEqual(["low", "right", "right", "right", "high"]);
    expect(curveOf(REPORT).map(({ x }) => x)).toEqual([3, 4, 5, 6, 7, 8]);
  });

  it("is known only after an evaluation that began after the prediction", () => {
    const question = longest.ask(evaluated);
    if (!question) throw new Error("expected a question");
    const isDone = (facts: Facts): boolean =>
      longest.act?.isDone(facts, evaluated, question) ?? false;
    expect(isDone(evaluated)).toBe(false);
    const again = { ...evaluated, report: { ...REPORT } };
    expect(isDone(again)).toBe(true);
    expect(isDone({ ...again, evaluating: 0.5 })).toBe(false);
    expect(isDone({ ...again, step: 1001 })).toBe(false);
  });

  it("is asked again of the model with attention, with the known curve beside it", () => {
    expect(beside.ask(evaluated)).toMatchObject({ known: curveOf(REPORT) });
    const after = factsOf(ATTENDING, { report: { ...REPORT } });
    expect(verdict(beside, { kind: "point", x: 8, y: 0.5 }, after, evaluated)).toBe("right");
  });
});

it("the comparisons wait until both lanes are judged", () => {
  const wide = makeTrace({ attention: "none", hiddenSize: WIDE });
  const besides = (b: Facts | null): boolean[] =>
    [beside, fair].map((step) => {
      const question = step.ask(evaluated);
      const after = factsOf(ATTENDING, { report: { ...REPORT }, b });
      return question ? (step.act?.isDone(after, evaluated, question) ?? false) : false;
    });
  expect(besides(null)).toEqual([false, false]);
  expect(besides(factsOf(PLAIN))).toEqual([false, false]);
  expect(besides(factsOf(PLAIN, { report: REPORT }))).toEqual([true, false]);
  expect(besides(factsOf(wide, { report: REPORT, evaluating: 0.5 }))).toEqual([false, false]);
  expect(besides(factsOf(wide, { report: REPORT }))).toEqual([true, true]);
});

describe("a fair number of parameters", () => {
  it("is that of the wide model, to 1 %, and the page ships it", () => {
    const { shape } = PLAIN;
    const wide = parameterCount({ ...shape, hiddenSize: WIDE });
    const withAttention = parameterCount({ ...shape, attention: "additive" });
    expect(Math.abs(wide / withAttention - 1)).toBeLessThan(0.01);
    const shipped = BAKED_CONFIGS.some(
      ({ task, attention, hiddenSize }) =>
        task === "reverse" && attention === "none" && hiddenSize === WIDE,
    );
    expect(shipped).toBe(true);
  });

  it("is judged within 5 percent", () => {
    const b = factsOf(PLAIN, { report: REPORT });
    const after = factsOf(ATTENDING, { report: { ...REPORT }, b });
    const verdicts = [54, 55, 60, 65, 66].map((value) =>
      verdict(fair, { kind: "number", value }, after, evaluated),
    );
    expect(verdicts).toEqual(["low", "right", "right", "right", "high"]);
  });
});

it("a source longer than training is judged by the letters at the right place", () => {
  const options: TraceOptions = { source: "encoderdecoder".split(""), wrong: [0, 1, 2, 3] };
  const verdicts = [8, 9, 10, 11, 12].map((value) =>
    verdict(beyond, { kind: "number", value }, factsOf(makeTrace(options)), factsOf(ATTENDING)),
  );
  expect(verdicts).toEqual(["low", "right", "right", "right", "high"]);
});

function withMatch(trace: Trace, exactMatch: number): Facts {
  const measured = { step: 1, examples: 1, exactMatch, tokenAccuracy: 1, alignmentError: null };
  return factsOf(trace, { evaluations: [measured] });
}

it("the order of reading is judged by the exact match of both models", () => {
  const reversed = makeTrace({ attention: "none", sourceOrder: "reversed" });
  const judged = (choice: string, exactMatch: number): string =>
    verdict(order, { kind: "choice", choice }, withMatch(reversed, exactMatch), withMatch(PLAIN, 0.7)); // prettier-ignore
  expect([judged("better", 0.8), judged("same", 0.72), judged("worse", 0.6)]).toEqual(
    Array.from({ length: 3 }, () => "right"),
  );
  expect([judged("better", 0.7), judged("worse", 0.7), judged("same", 0.8)]).toEqual([
    "better",
    "worse",
    "same",
  ]);
});

/** What the goal says of a typed word. */
function typed(options: TraceOptions): Outcome | null {
  const trace = makeTrace({ attention: "none", ...options });
  const example = { kind: "typed", text: "x" } as const;
  return now.check(factsOf({ ...trace, show: { ...trace.show, example } }));
}

describe("the goal", () => {
  it("needs a word of the full length without a mistake", () => {
    const word = "elephant".split("");
    expect(typed({ source: word })).toMatchObject({ verdict: "reached", isRight: true });
    expect(typed({ source: word.slice(1) })).toMatchObject({ verdict: "short", isRight: false });
    expect(typed({ source: word, wrong: [5] })).toMatchObject({
      verdict: "wrong",
      isRight: false,
      values: { row: { count: 6 } },
    });
  });

  it("judges only a typed word whose answer is known", () => {
    expect(now.check(factsOf(PLAIN))).toBeNull();
    expect(typed({ known: false })).toBeNull();
  });
});
