/** The first lesson: what goes into the network, what comes out, and how to read the map of attention weights. */
import type { Trace } from "../engine/results/trace";
import { alignedColumns } from "../vis/facts/aligned";
import type { GoalStep, Outcome, PredictStep, Prediction, Question, Values } from "./lesson";
import { askCross, askFind, askLook, askShare } from "./questions";
import type { Facts } from "./facts";
import { astrayRow, clearestCrossing, unclearCrossing } from "./crossingGoal";
import { type Crossing, lookOf, type Look } from "./looks";
import { saidWord, sourceWord } from "./words";

/** What every text about a look can name. */
function lookValues(trace: Trace, { row, column, weight }: Look): Values {
  return {
    row: { count: row + 1 },
    said: { word: saidWord(trace, row) },
    word: { word: sourceWord(trace, column) },
    place: { count: column + 1 },
    share: { share: weight },
    weight: { weight },
    tokens: { count: trace.source.length },
    rows: { count: trace.steps.length },
  };
}

/** The words and numbers of the look of the asked row. */
function valuesOf({ trace }: Facts, { row }: Question): Values {
  const look = lookOf(trace, row ?? -1);
  return look ? lookValues(trace, look) : {};
}

function rowOf(prediction: Prediction): number {
  return prediction.kind === "row" ? prediction.row : -1;
}

const find: PredictStep<"find", "right" | "sameNumber" | "other"> = {
  id: "find",
  kind: "predict",
  reason: { tab: "equation", operation: "score" },
  ask: askFind,
  values: valuesOf,
  judge: (facts, question, prediction) => {
    const { trace } = facts;
    const row = question.row ?? -1;
    const picked = rowOf(prediction);
    const column = lookOf(trace, row)?.column ?? 0;
    const seen = lookOf(trace, picked);
    const isRight = seen?.column === column;
    const verdict = isRight ? "right" : picked === column ? "sameNumber" : "other";
    return {
      verdict,
      isRight,
      values: {
        ...valuesOf(facts, question),
        picked: { count: picked + 1 },
        pickedSaid: { word: saidWord(trace, picked) },
        pickedWord: { word: sourceWord(trace, seen?.column ?? 0) },
      },
      truth: { kind: "row", row: isRight ? picked : row },
    };
  },
};

const look: PredictStep<"look", "right" | "rightWord" | "near" | "far"> = {
  id: "look",
  kind: "predict",
  reason: { tab: "equation", operation: "score" },
  ask: askLook,
  values: valuesOf,
  judge: (facts, question, prediction) => {
    const { trace } = facts;
    const row = question.row ?? -1;
    const picked = prediction.kind === "cell" ? prediction.column : -1;
    const column = lookOf(trace, row)?.column ?? 0;
    const isRight = picked === column;
    const wrong = Math.abs(picked - column) === 1 ? "near" : "far";
    const missed = alignedColumns(trace, row).includes(picked) ? "rightWord" : wrong;
    return {
      verdict: isRight ? "right" : missed,
      isRight,
      values: {
        ...valuesOf(facts, question),
        picked: { word: sourceWord(trace, picked) },
        pickedWeight: { weight: trace.steps[row]?.attention?.weights[picked] ?? 0 },
      },
      truth: { kind: "cell", row, column },
    };
  },
};

const CLOSE = 0.1; // a prediction of a weight that is this close counts as right

const toHundredths = (value: number): number => Math.round(value * 100) / 100;

/** How a row shares its weight: the second largest, and what is left for the others. As shown, they sum to 1. */
function sharesOf(trace: Trace, { row, column, weight }: Look): Values {
  const weights = [...(trace.steps[row]?.attention?.weights ?? [])];
  const others = weights.map((each, s) => (s === column ? -1 : each));
  const second = Math.max(0, ...others);
  return {
    second: { word: sourceWord(trace, others.indexOf(second)) },
    secondWeight: { weight: second },
    others: { count: Math.max(0, weights.length - 2) },
    rest: { weight: Math.max(0, 1 - toHundredths(weight) - toHundredths(second)) },
  };
}

const share: PredictStep<"share", "right" | "low" | "high"> = {
  id: "share",
  kind: "predict",
  reason: { tab: "equation", operation: "softmax" },
  ask: askShare,
  values: valuesOf,
  judge: (facts, question, prediction) => {
    const { trace } = facts;
    const row = question.row ?? -1;
    const guess = prediction.kind === "weight" ? prediction.value : 0;
    const seen = lookOf(trace, row) ?? { row, column: 0, weight: 0 };
    const isRight = Math.abs(guess - seen.weight) <= CLOSE;
    const verdict = isRight ? "right" : guess < seen.weight ? "low" : "high";
    return {
      verdict,
      isRight,
      values: { ...valuesOf(facts, question), ...sharesOf(trace, seen), guess: { weight: guess } },
      truth: { kind: "weight", value: seen.weight },
    };
  },
};

const cross: PredictStep<"cross", "right" | "same" | "onward"> = {
  id: "cross",
  kind: "predict",
  reason: { tab: "equation", operation: "context" },
  ask: askCross,
  values: (facts, question) => {
    const { trace } = facts;
    const before = (question.row ?? 0) - 1;
    return {
      ...valuesOf(facts, question),
      rowBefore: { count: before + 1 },
      saidBefore: { word: saidWord(trace, before) },
      wordBefore: { word: sourceWord(trace, lookOf(trace, before)?.column ?? 0) },
    };
  },
  judge: (facts, question, prediction) => {
    const choice = prediction.kind === "choice" ? prediction.choice : "";
    // The plan chooses a row that looks further left than the row before.
    const verdict = choice === "left" ? "right" : choice === "same" ? "same" : "onward";
    return {
      verdict,
      isRight: verdict === "right",
      values: cross.values(facts, question),
      truth: { kind: "choice", choice: "left" },
    };
  },
};

/** The words of two rows of which the later one looks further left. */
function crossValues(trace: Trace, { before, after }: Crossing): Values {
  return {
    ...lookValues(trace, after),
    rowBefore: { count: before.row + 1 },
    wordBefore: { word: sourceWord(trace, before.column) },
  };
}

/** Why this map does not cross, with its own row. */
function notReached(trace: Trace): Outcome<"astray" | "unclear" | "straight"> {
  const astray = astrayRow(trace);
  if (astray) {
    const { look: seen, meant } = astray;
    const meantWeight = trace.steps[seen.row]?.attention?.weights[meant] ?? 0;
    const values = {
      meant: { word: sourceWord(trace, meant) },
      meantWeight: { weight: meantWeight },
    };
    return { verdict: "astray", isRight: false, values: { ...lookValues(trace, seen), ...values } };
  }
  const unclear = unclearCrossing(trace);
  if (unclear) return { verdict: "unclear", isRight: false, values: crossValues(trace, unclear) };
  return { verdict: "straight", isRight: false, values: {} };
}

const now: GoalStep<"now", "reached" | "astray" | "unclear" | "straight"> = {
  id: "now",
  kind: "goal",
  reason: null,
  isPossible: ({ trace }) => trace.shape.attention !== "none",
  check: ({ trace }) => {
    if (trace.show.example.kind !== "typed") return null;
    const crossing = clearestCrossing(trace);
    if (!crossing) return notReached(trace);
    return { verdict: "reached", isRight: true, values: crossValues(trace, crossing) };
  },
  example: {
    englishFrench: "the small dog sees a red house",
    englishKorean: "my dog likes that small bear",
  },
};

export const READ_THE_MAP = [find, look, share, cross, now] as const;
