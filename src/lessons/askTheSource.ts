/** How one row finds its word: query, key, score, softmax, weights, context. The scores are dot products. */
import { editsOf } from "../engine/edits/edit";
import { softmax } from "../engine/reference/linearAlgebra";
import type { Trace } from "../engine/results/trace";
import type { Facts } from "./facts";
import { atRow, type GoalStep, type PredictStep, type Question, type Values } from "./lesson";
import { lookOf, planOf, wordLooks } from "./looks";
import { saidWord, scoresOf, sourceWord, weightsOf } from "./words";

/** A row in the middle of the answer that shares its weight, so that its scores are worth a look. */
function sharedRow({ trace }: Facts): number | null {
  return planOf(trace).share?.row ?? null;
}

/** A row that looks clearly at one word, and has a row before it. */
function clearRow({ trace }: Facts): number | null {
  return planOf(trace).look?.row ?? null;
}

function rowValues({ trace }: Facts, { row }: Question): Values {
  const at = row ?? 0;
  const look = lookOf(trace, at);
  return {
    row: { count: at + 1 },
    rowBefore: { count: at },
    said: { word: saidWord(trace, at) },
    saidBefore: { word: saidWord(trace, at - 1) },
    word: { word: sourceWord(trace, look?.column ?? 0) },
    weight: { weight: look?.weight ?? 0 },
    size: { count: trace.shape.hiddenSize },
    tokens: { count: trace.source.length },
  };
}

const query: PredictStep<"query", "right" | "own" | "other"> = {
  id: "query",
  kind: "predict",
  reason: { tab: "equation", operation: "query" },
  ask: (facts) => {
    const row = clearRow(facts);
    return row === null ? null : { kind: "tile", of: "decoder", ...atRow(row) };
  },
  values: rowValues,
  judge: (facts, question, prediction) => {
    const row = question.row ?? 0;
    const picked = prediction.kind === "tile" ? prediction.tile : -1;
    // Luong's query is the state of the row itself, Bahdanau's that of the row before.
    const asks = facts.trace.shape.timing === "luong" ? row : row - 1;
    const verdict = picked === asks ? "right" : picked === row ? "own" : "other";
    return {
      verdict,
      isRight: verdict === "right",
      values: { ...rowValues(facts, question), picked: { count: picked + 1 } },
      truth: { kind: "tile", tile: asks },
    };
  },
};

/** The column with the smallest score of a row. */
function smallest(scores: readonly number[]): number {
  return scores.indexOf(Math.min(...scores));
}

const SIGNS = ["above", "zero", "below"] as const;

const signOf = (value: number): (typeof SIGNS)[number] =>
  value > 0 ? "above" : value < 0 ? "below" : "zero";

function scoreValues(facts: Facts, question: Question): Values {
  const row = question.row ?? 0;
  const scores = scoresOf(facts.trace, row);
  const least = smallest(scores);
  return {
    ...rowValues(facts, question),
    least: { word: sourceWord(facts.trace, least) },
    leastWeight: { weight: weightsOf(facts.trace, row)[least] ?? 0 },
    leastScore: { number: scores[least] ?? 0, decimals: 2 },
    score: { number: Math.max(...scores), decimals: 2 },
  };
}

const score: PredictStep<"score", "right" | "other"> = {
  id: "score",
  kind: "predict",
  reason: { tab: "numbers", sum: "score" },
  ask: (facts) => {
    const row = sharedRow(facts);
    if (row === null) return null;
    const column = smallest(scoresOf(facts.trace, row));
    // The inspector would tell the answer at the asked row, so the question starts at the row before.
    const startRow = Math.max(0, row - 1);
    return { kind: "choice", choices: SIGNS, ...atRow(row), startRow, column };
  },
  values: scoreValues,
  judge: (facts, question, prediction) => {
    const scores = scoresOf(facts.trace, question.row ?? 0);
    const truth = signOf(scores[smallest(scores)] ?? 0);
    const isRight = prediction.kind === "choice" && prediction.choice === truth;
    return {
      verdict: isRight ? "right" : "other",
      isRight,
      values: scoreValues(facts, question),
      truth: { kind: "choice", choice: truth },
    };
  },
};

const ADDED = 5;

const shift: PredictStep<"shift", "right" | "larger" | "flatter"> = {
  id: "shift",
  kind: "predict",
  reason: { tab: "equation", operation: "softmax" },
  ask: (facts) => {
    const row = sharedRow(facts);
    return row === null
      ? null
      : { kind: "choice", choices: ["larger", "same", "flatter"], ...atRow(row) };
  },
  values: (facts, question) => ({ ...rowValues(facts, question), added: { count: ADDED } }),
  judge: (facts, question, prediction) => {
    const row = question.row ?? 0;
    const weights = weightsOf(facts.trace, row);
    const shifted = softmax(scoresOf(facts.trace, row).map((each) => each + ADDED));
    const difference = Math.max(...shifted.map((each, s) => Math.abs(each - (weights[s] ?? 0))));
    const choice = prediction.kind === "choice" ? prediction.choice : "";
    const verdict = choice === "same" ? "right" : choice === "larger" ? "larger" : "flatter";
    return {
      verdict,
      isRight: verdict === "right",
      values: {
        ...shift.values(facts, question),
        factor: { number: Math.exp(ADDED), decimals: 0 },
        difference: { number: difference, decimals: 4 },
      },
      truth: { kind: "choice", choice: "same" },
    };
  },
};

const HALF = 0.5; // softmax(e / 0.5) is softmax of the doubled scores
const CLOSE = 0.1;

const attentionTemperature = ({ show }: Trace): number =>
  editsOf(show.edits, "temperature").at(-1)?.value ?? 1;

const double: PredictStep<"double", "right" | "low" | "high"> = {
  id: "double",
  kind: "predict",
  reason: { tab: "equation", operation: "softmax" },
  ask: (facts) => {
    const row = sharedRow(facts);
    return row === null ? null : { kind: "weight", ...atRow(row) };
  },
  values: rowValues,
  act: {
    calls: () => [["editDecode", { kind: "temperature", of: "attention", value: HALF }]],
    isDone: ({ trace }) => attentionTemperature(trace) === HALF,
  },
  judge: (facts, question, prediction, before) => {
    const was = lookOf(before.trace, question.row ?? 0);
    const weight = weightsOf(facts.trace, question.row ?? 0)[was?.column ?? 0] ?? 0;
    const guess = prediction.kind === "weight" ? prediction.value : 0;
    const isRight = Math.abs(guess - weight) <= CLOSE;
    return {
      verdict: isRight ? "right" : guess < weight ? "low" : "high",
      isRight,
      values: {
        ...rowValues(before, question),
        guess: { weight: guess },
        was: { weight: was?.weight ?? 0 },
        now: { weight },
      },
      truth: { kind: "weight", value: weight },
    };
  },
};

/** Another word of the source, to which the lesson moves all weight of the row: one that another row looks at. */
function otherLook({ trace }: Facts, row: number) {
  const own = lookOf(trace, row)?.column;
  return wordLooks(trace).findLast((look) => look.row !== row && look.column !== own) ?? null;
}

const ANSWERS = ["same", "other", "neither"] as const;

function moveValues(facts: Facts, question: Question): Values {
  const other = otherLook(facts, question.row ?? 0);
  return {
    ...rowValues(facts, question),
    target: { word: sourceWord(facts.trace, other?.column ?? 0) },
    targetSaid: { word: saidWord(facts.trace, other?.row ?? 0) },
  };
}

const value: PredictStep<"value", "right" | "wrong"> = {
  id: "value",
  kind: "predict",
  reason: { tab: "equation", operation: "context" },
  ask: (facts) => {
    const row = clearRow(facts);
    if (row === null || otherLook(facts, row) === null) return null;
    return { kind: "choice", choices: ANSWERS, ...atRow(row) };
  },
  values: moveValues,
  act: {
    calls: (before, question) => {
      const step = question.row ?? 0;
      const { column } = otherLook(before, step) ?? { column: 0 };
      const weights = before.trace.source.map((_, s) => (s === column ? 1 : 0));
      return [["editDecode", { kind: "look", step, weights }]];
    },
    isDone: ({ trace }, before, question) => {
      const edit = editsOf(trace.show.edits, "look").find(({ step }) => step === question.row);
      return edit?.weights[otherLook(before, question.row ?? 0)?.column ?? -1] === 1;
    },
  },
  judge: (facts, question, prediction, before) => {
    const row = question.row ?? 0;
    const { id } = saidWord(facts.trace, row);
    const isTarget = id === saidWord(before.trace, otherLook(before, row)?.row ?? -1).id;
    const isSame = id === saidWord(before.trace, row).id;
    const truth = isSame ? "same" : isTarget ? "other" : "neither";
    const isRight = prediction.kind === "choice" && prediction.choice === truth;
    return {
      verdict: isRight ? "right" : "wrong",
      isRight,
      values: {
        ...moveValues(before, question),
        now: { word: saidWord(facts.trace, row) },
      },
      truth: { kind: "choice", choice: truth },
    };
  },
};

const now: GoalStep<"now", "reached" | "same"> = {
  id: "now",
  kind: "goal",
  reason: null,
  isPossible: ({ trace }) => trace.shape.attention !== "none",
  check: ({ trace }) => {
    const edit = editsOf(trace.show.edits, "look").at(-1);
    if (!edit || !trace.untouched) return null;
    const was = trace.untouched.steps[edit.step]?.chosen;
    const is = saidWord(trace, edit.step);
    const isReached = was !== undefined && was.id !== is.id;
    return {
      verdict: isReached ? "reached" : "same",
      isRight: isReached,
      values: {
        row: { count: edit.step + 1 },
        was: { word: was ?? is },
        now: { word: is },
        column: { word: sourceWord(trace, edit.weights.indexOf(Math.max(...edit.weights))) },
      },
    };
  },
};

export const ASK_THE_SOURCE = [query, score, shift, double, value, now] as const;
