import { expect, test } from "vitest";
import type { BatchAccount, BatchPass, BatchRow, Mask } from "../engine/results/batchAccount";
import { makeTrace } from "../vis/testing/traces";
import type { Facts } from "./facts";
import { HOLES_IN_A_BATCH } from "./holesInABatch";
import type { Prediction, PredictStep } from "./lesson";
import { factsOf } from "./testing/facts";

const [holes, after, states, loss, sameNumber, now] = HOLES_IN_A_BATCH;

const token = { id: 5, text: "a" };

/** A row of four columns. */
const row = (sourceLength: number): BatchRow => ({
  source: Array.from({ length: 4 }, () => token),
  sourceLength,
  fed: [token, token],
  truthFed: [true, true],
  wanted: [token, token],
  targetLength: 2,
});

/** @param start of the padded row */
const pass = (off: readonly Mask[], all: number, start: number): BatchPass => ({
  off,
  loss: all,
  rows: [
    { losses: [all, all], looks: [0.25, 0.25, 0.25, 0.25], start: Float32Array.of(1) },
    { losses: [all, all], looks: [0.5, 0.3, 0.1, 0.1], start: Float32Array.of(start) },
  ],
});

/** A full row and one with two cells of padding, a quarter of the source cells in all. */
function batch(off: readonly Mask[], changed = 0.1, start = 1): BatchAccount {
  return {
    update: 1,
    trainedSteps: 9,
    batchSize: 2,
    source: { real: 6, cells: 8 },
    target: { real: 4, cells: 4 },
    rows: [row(4), row(2)],
    written: [],
    answers: [],
    masked: pass([], 0.1, 1),
    unmasked: off.length === 0 ? null : pass(off, changed, start),
  };
}

const PAGE: Facts = factsOf(makeTrace());

function verdict(step: PredictStep, account: BatchAccount, prediction: Prediction): string {
  const question = step.ask(PAGE);
  if (!question) throw new Error(`${step.id}: expected a question`);
  const facts = { ...PAGE, batch: account };
  const { verdict: found, isRight } = step.judge(facts, question, prediction, PAGE);
  expect(isRight).toBe(found === "right");
  return found;
}

const choice = (name: string): Prediction => ({ kind: "choice", choice: name });

test("the share of padding is right within a few percent", () => {
  const said = [25, 21, 10, 60].map((value) =>
    verdict(holes, batch([]), { kind: "number", value }),
  );
  expect(said).toEqual(["right", "right", "low", "high"]);
});

test("masked after the softmax, the weights sum to what padding has left", () => {
  const said = [0.8, 1, 0.5].map((value) =>
    verdict(after, batch(["attention"]), { kind: "weight", value }),
  );
  expect(said).toEqual(["right", "one", "other"]);
  expect(after.ask(factsOf(makeTrace({ attention: "none" })))).toBeNull();
});

test("the first state changes by as much as the batch says", () => {
  const said = [1, 1.1, 1.8].map((start) =>
    ["none", "little", "much"].map((each) =>
      verdict(states, batch(["states"], 0.1, start), choice(each)),
    ),
  );
  expect(said).toEqual([
    ["right", "other", "other"],
    ["none", "right", "other"],
    ["none", "other", "right"],
  ]);
});

test("the loss over padding is lower, the same, or higher", () => {
  const said = [0.05, 0.1, 3].map((changed) =>
    ["lower", "same", "higher"].map((each) =>
      verdict(loss, batch(["loss"], changed), choice(each)),
    ),
  );
  expect(said).toEqual([
    ["right", "same", "higher"],
    ["lower", "right", "higher"],
    ["lower", "same", "right"],
  ]);
});

test("an empty place of the tutorial holds the number of <sos>", () => {
  const account = { ...batch([]), target: { real: 4, cells: 10 } };
  const said = ["start", "end", "nothing"].map((each) =>
    verdict(sameNumber, account, choice(each)),
  );
  expect(said).toEqual(["right", "end", "nothing"]);
  const question = sameNumber.ask(PAGE);
  if (!question) throw new Error("sameNumber: expected a question");
  const facts = { ...PAGE, batch: account };
  expect(sameNumber.judge(facts, question, choice("end"), PAGE).values).toEqual({
    empty: { count: 6 },
    cells: { count: 10 },
    ends: { count: 2 },
  });
});

test("an act is done once the batch has been read anew with its mask alone off", () => {
  const question = loss.ask(PAGE);
  if (!question || !loss.act) throw new Error("loss: expected a question with an act");
  const { isDone } = loss.act;
  const done = (off: readonly Mask[]): boolean =>
    isDone({ ...PAGE, batch: batch(off) }, PAGE, question);
  expect([done([]), done(["loss"]), done(["states", "loss"])]).toEqual([false, true, false]);
  const read = { ...PAGE, batch: batch(["loss"]) };
  expect(isDone(read, read, question)).toBe(false);
});

test("the goal needs the loss mask", () => {
  const found = [batch(["states"], 0.15), batch(["states"], 0.2), batch(["states", "loss"], 3)].map(
    (account) => now.check({ ...PAGE, batch: account })?.verdict,
  );
  expect(found).toEqual(["small", "reached", "lossMask"]);
  expect(now.check({ ...PAGE, batch: batch([]) })).toBeNull();
});
