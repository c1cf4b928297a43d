import { describe, expect, it } from "vitest";
import type { Batch } from "../engine/batch";
import type { BatchAccount } from "../engine/results/batchAccount";
import type { Evaluation } from "../engine/results/history";
import { toBesideDecode } from "../engine/results/besideDecode";
import type { Trace } from "../engine/results/trace";
import { createRandom } from "../engine/rng";
import { type CoinKind, DEFAULT_CONFIG } from "../engine/setup/config";
import { tossCoins } from "../engine/training/teacherForcing";
import { makeTrace, type TraceOptions } from "../vis/testing/traces";
import type { Facts } from "./facts";
import { FEEDING_THE_TRUTH } from "./feedingTheTruth";
import type { Outcome, Prediction, PredictStep } from "./lesson";
import { factsOf } from "./testing/facts";

const [stays, marked, follow, recover, gap, never, oneCoin, now] = FEEDING_THE_TRUTH;

const SOURCE = ["w", "o", "r", "d"];

/** "word" -> "drow" by a model without attention. */
function plain(options: TraceOptions = {}): Trace {
  return makeTrace({ attention: "none", source: SOURCE, ...options });
}

function verdict(step: PredictStep, prediction: Prediction, after: Facts, before = after): string {
  const question = step.ask(before);
  if (!question) throw new Error(`${step.id}: expected a question`);
  const outcome = step.judge(after, question, prediction, before);
  expect(outcome.isRight).toBe(outcome.verdict === "right");
  return outcome.verdict;
}

const choose = (step: PredictStep, choices: readonly string[], after: Facts, before = after) =>
  choices.map((choice) => verdict(step, { kind: "choice", choice }, after, before));

describe("the wrong row after the truth is fed", () => {
  const before = factsOf(plain({ wrong: [1] }));
  const same = factsOf(plain({ wrong: [1], teacherForcing: true }));
  const corrected = factsOf(plain({ teacherForcing: true }));

  it("is judged by what it writes", () => {
    expect(stays.ask(before)).toMatchObject({ row: 1 });
    expect(choose(stays, ["same", "corrected", "other"], same, before)).toEqual([
      "right",
      "corrected",
      "other",
    ]);
    expect(choose(stays, ["corrected", "same"], corrected, before)).toEqual(["right", "same"]);
  });

  it("is not asked about without a mistake that has a row after it", () => {
    expect(stays.ask(factsOf(plain()))).toBeNull();
    expect(stays.ask(factsOf(plain({ wrong: [4] })))).toBeNull();
    expect(stays.ask(same)).toBeNull(); // the truth is fed already
  });
});

it("the target of the next row is that of the right answer", () => {
  const facts = factsOf(plain({ wrong: [1], teacherForcing: true }));
  const question = marked.ask(facts);
  expect(question).toMatchObject({ row: 2 });
  expect(choose(marked, ["after", "read", "own"], facts)).toEqual(["right", "read", "own"]);
  expect(question && marked.values(facts, question)).toMatchObject({
    fed: { word: { text: "r" } },
    wanted: { word: { text: "o" } },
  });
});

describe("the rows after a wrong token", () => {
  const before = factsOf(plain());
  const after = (wrong: readonly number[]): Facts => factsOf(plain({ wrong }));

  it("are counted from the row after it", () => {
    expect(choose(follow, ["none", "few", "most"], after([1]), before)).toEqual([
      "right",
      "few",
      "most",
    ]);
    expect(choose(follow, ["few", "none"], after([1, 2]), before)).toEqual(["right", "none"]);
    expect(choose(follow, ["most", "none"], after([1, 2, 3]), before)).toEqual(["right", "none"]);
  });

  it("are asked about with and without attention in a step each", () => {
    const attending = factsOf(makeTrace({ source: SOURCE }));
    expect([follow.ask(attending), recover.ask(before)]).toEqual([null, null]);
    expect(recover.ask(attending)).toMatchObject({ row: 1 });
  });
});

it("the forced accuracy is right within 3 percent, and cannot be below the free one", () => {
  const report = {
    step: 1000,
    metrics: {
      exactMatch: 0.5,
      freeAccuracy: 0.8,
      forcedAccuracy: 0.9,
      perplexity: 1,
      bleu: null,
      attention: null,
    },
    byLength: [],
    byPosition: [],
    examples: [],
  };
  const facts = factsOf(plain(), { report });
  const verdicts = [79, 86, 87, 93, 94].map((value) =>
    verdict(gap, { kind: "number", value }, facts),
  );
  expect(verdicts).toEqual(["below", "low", "right", "right", "high"]);
});

/** A history with an exact match every 50 updates. */
const history = (...matches: readonly number[]): Evaluation[] =>
  matches.map((exactMatch, i) => ({
    step: 50 * i,
    examples: 256,
    exactMatch,
    tokenAccuracy: 1,
    alignmentError: null,
  }));

describe("the model that never reads the truth", () => {
  const fed = factsOf(plain(), { evaluations: history(0, 0.2, 0.8, 1) });
  const own = factsOf(plain(), {
    config: { ...fed.config, forcing: 0 },
    evaluations: history(0, 0, 0.5, 1),
  });

  it("is judged at the update at which the other one had learnt most", () => {
    expect(never.ask(fed)).toMatchObject({ x: 100, xs: [0, 50, 100, 150] });
    const verdicts = [0.3, 0.4, 0.8, 1].map((y) =>
      verdict(never, { kind: "point", x: 100, y }, own, fed),
    );
    expect(verdicts).toEqual(["low", "right", "same", "high"]);
  });

  it("is not asked of a model that never learnt, nor of itself", () => {
    expect(never.ask(factsOf(plain(), { evaluations: history(0, 0.1) }))).toBeNull();
    expect(never.ask(own)).toBeNull();
  });
});

/** Eight rows of five steps, as many as their coins say. The tokens are of no interest. */
function tossed(coin: CoinKind): BatchAccount {
  const [size, targetLength] = [8, 5];
  const coins = tossCoins({ size, targetLength } as Batch, {
    probability: 0.5,
    coin,
    coins: createRandom(3),
  });
  const rows = Array.from({ length: size }, (_, row) => ({
    truthFed: coins.slice(row * targetLength, (row + 1) * targetLength),
  }));
  return { rows } as unknown as BatchAccount;
}

describe("one coin for each step of the batch", () => {
  const config = { ...DEFAULT_CONFIG, batchSize: 64, forcing: 0.5, coin: "step" } as const;
  const before = factsOf(plain(), { config });
  const after = (coin: CoinKind): Facts => factsOf(plain(), { config, batch: tossed(coin) });
  const guess = (value: number, coin: CoinKind): string =>
    verdict(oneCoin, { kind: "number", value }, after(coin), before);

  it("gives every row the same pattern, and a coin for each token does not", () => {
    expect([1, 64, 2].map((value) => guess(value, "step"))).toEqual(["right", "rows", "other"]);
    expect(guess(1, "token")).toBe("other");
  });

  it("says how many patterns coins of their own would make", () => {
    const question = oneCoin.ask(before);
    if (!question) throw new Error("oneCoin: expected a question");
    expect(oneCoin.values(after("step"), question)).toMatchObject({
      rows: { count: 8 },
      steps: { count: 4 },
      patterns: { count: 1 },
      each: { count: 6 }, // of 16
    });
    expect(oneCoin.ask(factsOf(plain()))).toBeNull(); // a coin for each token
  });
});

/** The typed word, fed its own answers, and beside it fed the truth. */
function typed(wrong: readonly number[], forcedWrong: readonly number[] | null): Outcome | null {
  const trace = plain({ wrong });
  const show = { ...trace.show, example: { kind: "typed", text: "word" } as const };
  const forced = forcedWrong && plain({ wrong: forcedWrong, teacherForcing: true });
  const beside = forced && toBesideDecode("forced", forced);
  return now.check(factsOf({ ...trace, show, beside }));
}

describe("the goal", () => {
  it("is a word for which both answers differ", () => {
    expect(typed([1, 2], [1])).toMatchObject({
      verdict: "reached",
      isRight: true,
      values: { row: { count: 3 } },
    });
  });

  it("says what is missing", () => {
    const verdicts = [typed([], []), typed([1], [1]), typed([1], null)];
    expect(verdicts.map((outcome) => outcome?.verdict)).toEqual(["noSlip", "alike", "alone"]);
    expect(now.check(factsOf(plain()))).toBeNull();
  });
});
