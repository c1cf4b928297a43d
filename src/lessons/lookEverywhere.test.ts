import { expect, test } from "vitest";
import { bakedName, bakedTraceFile } from "../engine/files/baked";
import { readTrace } from "../engine/files/traceCodec";
import type { Trace } from "../engine/results/trace";
import { shippedFile } from "../testing/shippedModel";
import { makeTrace } from "../vis/testing/traces";
import { LESSONS } from "./catalogue";
import type { Facts } from "./facts";
import type { Prediction, PredictStep } from "./lesson";
import { LOOK_EVERYWHERE } from "./lookEverywhere";
import { configOf } from "./scene";
import { factsOf } from "./testing/facts";

const [wait, corner, every, positions, mask, scale, now] = LOOK_EVERYWHERE;
const CONFIG = configOf(LESSONS.lookEverywhere.scene, "en");
const TRACE = readTrace(shippedFile(bakedTraceFile(bakedName(CONFIG) ?? "", 0)).toString());
const FACTS = factsOf(TRACE, { config: CONFIG });
const RECURRENT = factsOf(makeTrace({ source: ["a", "b", "c"] }));

function judged(step: PredictStep, facts: Facts, prediction: Prediction) {
  const question = step.ask(facts);
  if (!question) throw new Error(`${step.id}: expected a question`);
  const outcome = step.judge(facts, question, prediction, facts);
  expect(outcome.isRight).toBe(outcome.verdict === "right");
  return outcome;
}

const verdict = (...args: Parameters<typeof judged>): string => judged(...args).verdict;
const number = (value: number): Prediction => ({ kind: "number", value });

test("a Transformer's questions are asked of a Transformer, and the first of a recurrent network", () => {
  expect(wait.ask(FACTS)).toBeNull();
  for (const step of [corner, every, positions, mask, scale])
    expect([step.id, step.ask(RECURRENT)]).toEqual([step.id, null]);
});

test("all states of a recurrent network wait for each other", () => {
  const [S, T] = [RECURRENT.trace.source.length, RECURRENT.trace.steps.length];
  const said = [S + T, S, 1, S + T + 1].map((count) => verdict(wait, RECURRENT, number(count)));
  expect(said).toEqual(["right", "half", "low", "high"]);
});

test("the map stands in the same place", () => {
  const question = corner.ask(FACTS);
  const row = question?.row ?? 0;
  const truth = judged(corner, FACTS, { kind: "cell", row, column: row }).truth;
  expect(truth).not.toEqual({ kind: "cell", row, column: row }); // the words change their order there
  expect(verdict(corner, FACTS, { kind: "cell", row, column: row })).toBe("place");
  expect(truth && verdict(corner, FACTS, truth)).toBe("right");
  expect(verdict(corner, FACTS, { kind: "cell", row, column: 0 })).toBe("other");
});

test("every token asks every token", () => {
  const S = TRACE.source.length;
  const counts = [S * S, S, S * (S - 1), (S * (S - 1)) / 2, 2 * S * S, 1];
  const said = counts.map((count) => verdict(every, FACTS, number(count)));
  expect(said).toEqual(["right", "once", "self", "pairs", "both", "other"]);
});

test("two equal words have different queries, because of their positions", () => {
  expect(positions.ask(FACTS)).toBeNull(); // no word stands twice
  const [first] = TRACE.source;
  const source = TRACE.source.map((token, i) => (i === 3 && first ? first : token));
  const twice = factsOf({ ...TRACE, source });
  expect(verdict(positions, twice, { kind: "choice", choice: "differ" })).toBe("right");
  expect(verdict(positions, twice, { kind: "choice", choice: "same" })).toBe("same");
});

test("a row sees what it is fed and what came before", () => {
  const T = TRACE.steps.length;
  expect([4, T, 3, 2].map((count) => verdict(mask, FACTS, number(count)))).toEqual([
    "right",
    "all",
    "before",
    "other",
  ]);
});

test("without the division the largest weight is larger", () => {
  const { truth, values } = judged(scale, FACTS, { kind: "weight", value: 0 });
  expect(truth).toMatchObject({ kind: "weight" });
  const scaled = values["scaled"];
  if (truth?.kind !== "weight" || !scaled || !("weight" in scaled)) throw new Error("no weights");
  expect(truth.value).toBeGreaterThan(scaled.weight);
  const said = [truth.value, scaled.weight, 0, (truth.value + scaled.weight) / 2].map((value) =>
    verdict(scale, FACTS, { kind: "weight", value }),
  );
  expect(said).toEqual(["right", "same", "less", "other"]);
});

const check = (shape: Partial<Trace["shape"]>) =>
  now.check({ ...FACTS, trace: { ...TRACE, shape: { ...TRACE.shape, ...shape } } })?.verdict;

test("the goal is a Transformer with four heads that is no larger than the recurrent network", () => {
  expect(check({})).toBeUndefined();
  expect(check({ network: "recurrent" })).toBe("recurrent");
  expect(check({ hiddenSize: 32 })).toBe("heads");
  expect(check({ heads: "4" })).toBe("large");
  expect(check({ heads: "4", hiddenSize: 32 })).toBe("reached");
});

test("each answer points at what it is about on the stage", () => {
  const S = TRACE.source.length;
  expect(judged(wait, RECURRENT, number(1)).pointed).toEqual({ kind: "states" });
  expect(judged(every, FACTS, number(1)).pointed).toEqual({
    kind: "selfRows",
    of: "encoder",
    rows: Array.from({ length: S }, (_, i) => i),
    counts: true,
  });
  expect(judged(mask, FACTS, number(1)).pointed).toMatchObject({ of: "self", rows: [3] });
  const { pointed, values } = judged(scale, FACTS, { kind: "weight", value: 0 });
  const at = pointed?.kind === "cell" ? pointed : null;
  const weights = TRACE.transformer?.cross.at(-1)?.[0]?.weights;
  const largest = weights?.data[(at?.row ?? 0) * weights.columns + (at?.column ?? 0)];
  expect(values["scaled"]).toEqual({ weight: largest });
});
