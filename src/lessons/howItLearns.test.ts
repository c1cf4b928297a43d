import { expect, test } from "vitest";
import type { UpdateAccount } from "../engine/results/updateAccount";
import type { Evaluation } from "../engine/results/history";
import { makeTrace } from "../vis/testing/traces";
import { HOW_IT_LEARNS } from "./howItLearns";
import type { Prediction, PredictStep } from "./lesson";
import type { Facts } from "./facts";
import { extremes } from "./oneUpdate";
import { factsOf } from "./testing/facts";

const [flat, first, clip, adam, curve, heldOut, now] = HOW_IT_LEARNS;

const UNTRAINED: Facts = factsOf({ ...makeTrace(), trainedSteps: 0 });

/** The verdict on a prediction, after an act if `after` is given. */
function verdict(
  step: PredictStep,
  prediction: Prediction,
  after: Partial<Facts> = {},
  before: Facts = UNTRAINED,
): string {
  const question = step.ask(before);
  if (!question) throw new Error(`${step.id}: expected a question`);
  const { verdict: found, isRight } = step.judge(
    { ...before, ...after },
    question,
    prediction,
    before,
  );
  expect(isRight).toBe(found === "right");
  return found;
}

/** A group of one number. */
const group = (gradient: number, move: number): UpdateAccount["groups"][number] => ({
  name: "decoder.out.bias",
  dims: [1],
  count: 1,
  gradient,
  move,
  mean: 0,
  root: 0,
  weight: 0,
  largest: [],
});

function account(change: Partial<UpdateAccount>): UpdateAccount {
  return {
    step: 1,
    rows: [],
    dropsUnits: false,
    tokenLosses: [],
    loss: 3.4,
    clip: { norm: 0.2, factor: 0.5, clipped: 0.1 },
    rule: { learningRate: 0.006, clipNorm: 0.1 },
    updates: 1,
    groups: [],
    before: new Float32Array(),
    after: new Float32Array(),
    ...change,
  };
}

const choice = (name: string): Prediction => ({ kind: "choice", choice: name });
const number = (value: number): Prediction => ({ kind: "number", value });

test("the largest weight is right within a tolerance, else too low or too high", () => {
  const weight = Math.max(...(UNTRAINED.trace.steps[1]?.attention?.weights ?? []));
  const said = (value: number): string => verdict(flat, { kind: "weight", value });
  expect([weight, weight - 0.1, weight + 0.1].map(said)).toEqual(["right", "low", "high"]);
  expect(flat.ask(factsOf({ ...makeTrace(), trainedSteps: 5 }))).toBeNull();
});

test("the first loss is that of the walked update, and only a new model has a first loss", () => {
  const after = { step: 1, walked: account({ loss: 3.4 }) };
  const said = (value: number): string => verdict(first, number(value), after);
  expect([3.5, 0.5, 6].map(said)).toEqual(["right", "low", "high"]);
  expect(first.ask({ ...UNTRAINED, step: 3 })).toBeNull();
});

test("an update is walked once it is newer than the prediction", () => {
  const question = clip.ask(UNTRAINED);
  if (!question || !clip.act) throw new Error("clip: expected a question with an act");
  const after = (step: number): Facts => ({ ...UNTRAINED, walked: account({ step }) });
  expect(clip.act.isDone(after(1), after(1), question)).toBe(true);
  expect(clip.act.isDone(after(1), { ...after(1), step: 1 }, question)).toBe(false);
  expect(clip.act.isDone({ ...after(1), isTraining: true }, UNTRAINED, question)).toBe(false);
});

test("clipping keeps the direction", () => {
  const after = { walked: account({}) };
  expect(["scale", "cut", "skip"].map((each) => verdict(clip, choice(each), after))).toEqual([
    "right",
    "cut",
    "skip",
  ]);
});

test("the moves are judged by how they follow the gradients", () => {
  const said = (moves: number) => (each: string) =>
    verdict(adam, choice(each), {
      walked: account({ groups: [group(100, moves), group(10, 5), group(1, 1), group(0, 0)] }),
    });
  const all = ["alike", "root", "times"];
  expect(extremes({ groups: [group(3, 2), group(1, 1)] })).toEqual({ gradients: 3, moves: 2 });
  expect(all.map(said(1.2))).toEqual(["right", "other", "times"]);
  expect(all.map(said(10))).toEqual(["other", "right", "times"]);
  expect(all.map(said(80))).toEqual(["other", "other", "right"]);
});

test("the loss after training is the mean of the last updates", () => {
  const losses = Array.from({ length: 50 }, (_, i) => ({ step: i + 1, loss: i < 45 ? 3 : 2 }));
  const said = (y: number): string =>
    verdict(curve, { kind: "point", x: 50, y }, { losses, step: 50 });
  expect([2.3, 1, 3].map(said)).toEqual(["right", "low", "high"]);
});

const evaluation = (change: Partial<Evaluation>): Evaluation => ({
  step: 30,
  examples: 256,
  exactMatch: 0.5,
  tokenAccuracy: 0.8,
  alignmentError: null,
  ...change,
});

test("the held-out loss is compared with the training loss of the same updates", () => {
  const losses = Array.from({ length: 30 }, (_, i) => ({ step: i + 1, loss: 1 }));
  const said = (heldOutLoss: number) => (each: string) =>
    verdict(heldOut, choice(each), { losses, evaluations: [evaluation({ heldOutLoss })] });
  const all = ["lower", "alike", "higher"];
  expect(all.map(said(1.1))).toEqual(["lower", "right", "higher"]);
  expect(all.map(said(3))).toEqual(["lower", "alike", "right"]);
  expect(all.map(said(0.2))).toEqual(["right", "alike", "higher"]);
});

test("the goal is nine of ten right answers", () => {
  const found = [0.89, 0.9].map((exactMatch) => {
    const evaluations = [evaluation({ exactMatch })];
    const facts = { ...UNTRAINED, isShipped: false, step: 30, evaluations };
    return now.check(facts)?.verdict;
  });
  expect(found).toEqual(["few", "reached"]);
  expect(now.check(UNTRAINED)).toBeNull();
});

test("the goal is not reached by the shipped model, however good it is", () => {
  const evaluations = [evaluation({ exactMatch: 1 })];
  expect(now.check({ ...UNTRAINED, isShipped: true, step: 600, evaluations })).toBeNull();
});
