/** What the score functions cost, when they are possible, and what they have in common. */
import { at, plus, softmax, times, type Vector } from "../engine/reference/linearAlgebra";
import { referenceParameters } from "../engine/reference/parameters";
import { matrixRow } from "../engine/results/vectors";
import type { AttentionKind } from "../engine/setup/config";
import { scoreParameters, sizeOf } from "../engine/setup/learnedParameters";
import type { ModelShape } from "../engine/setup/modelShape";
import { obstacleTo } from "../engine/setup/conflicts";
import type { Facts } from "./facts";
import {
  beforeRow,
  type GoalStep,
  NO_ROW,
  type PredictStep,
  type Question,
  type Values,
} from "./lesson";
import { lookOf, planOf } from "./looks";
import { saidWord, sourceWord, weightsOf } from "./words";

const SCORES = ["dot", "diagonal", "general", "additive"] as const;

/** How many parameters the score would have in this model. */
function costOf(shape: ModelShape, attention: AttentionKind): number {
  return scoreParameters({ ...shape, attention }).reduce(
    (sum, each) => sum + sizeOf(each.shape),
    0,
  );
}

function costs({ trace: { shape } }: Facts): Values {
  return {
    size: { count: shape.hiddenSize },
    ...Object.fromEntries(SCORES.map((each) => [each, { count: costOf(shape, each) }])),
  };
}

const NEAR = 0.05; // of the right number of parameters

const cost: PredictStep<"cost", "right" | "few" | "many"> = {
  id: "cost",
  kind: "predict",
  reason: { tab: "equation", operation: "score" },
  ask: ({ trace: { shape } }) => {
    if (shape.attention === "none") return null;
    const max = 2 * costOf(shape, "additive");
    return { kind: "number", decimals: 0, min: 0, max, step: 1, ...NO_ROW };
  },
  values: costs,
  judge: (facts, _, prediction) => {
    const general = costOf(facts.trace.shape, "general");
    const guess = prediction.kind === "number" ? prediction.value : 0;
    const isRight = Math.abs(guess - general) <= NEAR * general;
    return {
      verdict: isRight ? "right" : guess < general ? "few" : "many",
      isRight,
      values: { ...costs(facts), guess: { count: guess } },
      truth: { kind: "number", value: general },
    };
  },
};

/** The scores that an encoder of both directions makes impossible, in one word. */
function impossibleScores({ config }: Facts): "none" | "equal" | "all" {
  const wanted = { ...config, direction: "bidirectional" } as const;
  const impossible = SCORES.filter((each) => obstacleTo(wanted, "attention", each) !== null);
  if (impossible.length === SCORES.length) return "all";
  return impossible.length === 0 ? "none" : "equal";
}

const possible: PredictStep<"possible", "right" | "none" | "all" | "learned"> = {
  id: "possible",
  kind: "predict",
  reason: { tab: "pytorch", operation: "score" },
  ask: ({ trace: { shape } }) =>
    shape.attention === "none"
      ? null
      : { kind: "choice", choices: ["none", "equal", "learned", "all"], ...NO_ROW },
  values: ({ trace: { shape } }) => ({
    size: { count: shape.hiddenSize },
    both: { count: 2 * shape.hiddenSize },
  }),
  judge: (facts, question, prediction) => {
    const choice = prediction.kind === "choice" ? prediction.choice : "";
    const truth = impossibleScores(facts);
    const wrong = choice === "none" ? "none" : choice === "all" ? "all" : "learned";
    return {
      verdict: choice === truth ? "right" : wrong,
      isRight: choice === truth,
      values: { ...possible.values(facts, question), ...costs(facts) },
      truth: { kind: "choice", choice: truth },
    };
  },
};

/** softmax of the additive scores of every row; without the tanh where `isBent` is false. [T][S] */
function additiveMap({ trace }: Facts, weights: Float32Array, isBent: boolean): number[][] {
  const own = referenceParameters(trace.shape, [...weights]);
  const { encoder, steps, source } = trace;
  const keys = source.map((_, s) =>
    times([...matrixRow(encoder.states, s)], own("attention.key.weight")),
  );
  const v = own("attention.v.weight");
  const score = (inner: Vector): number => at(times(isBent ? inner.map(Math.tanh) : inner, v), 0);
  return steps.map(({ attention }) => {
    const query = times([...(attention?.query ?? [])], own("attention.query.weight"));
    return softmax(keys.map((key) => score(plus(query, key))));
  });
}

/** The largest difference between two rows at one column. */
function largestDifference(map: readonly (readonly number[])[]): number {
  const columns = (map[0] ?? []).map((_, s) => map.map((row) => row[s] ?? 0));
  return Math.max(...columns.map((column) => Math.max(...column) - Math.min(...column)));
}

const withoutTanh: PredictStep<"withoutTanh", "right" | "alike" | "apart"> = {
  id: "withoutTanh",
  kind: "predict",
  reason: { tab: "equation", operation: "score" },
  ask: ({ trace: { shape } }) =>
    shape.attention === "additive"
      ? { kind: "choice", choices: ["apart", "alike", "equal"], ...NO_ROW }
      : null,
  values: costs,
  act: {
    calls: () => [["readParameters", "a"]],
    isDone: ({ weights }) => weights !== null,
  },
  judge: (facts, _, prediction) => {
    const weights = facts.weights ?? new Float32Array();
    const choice = prediction.kind === "choice" ? prediction.choice : "";
    return {
      verdict: choice === "equal" ? "right" : choice === "alike" ? "alike" : "apart",
      isRight: choice === "equal",
      values: {
        bent: { weight: largestDifference(additiveMap(facts, weights, true)) },
        straight: { weight: largestDifference(additiveMap(facts, weights, false)) },
      },
      truth: { kind: "choice", choice: "equal" },
    };
  },
};

function swapValues({ trace }: Facts, { row }: Question): Values {
  const own = row ?? 0;
  return {
    row: { count: own + 1 },
    said: { word: saidWord(trace, own) },
    word: { word: sourceWord(trace, lookOf(trace, own)?.column ?? 0) },
  };
}

/** How many rows of both maps look most at the same token. */
function agreeing(one: Facts, other: Facts): number {
  return one.trace.steps.filter(
    (_, row) => lookOf(one.trace, row)?.column === lookOf(other.trace, row)?.column,
  ).length;
}

const exactMatch = ({ evaluations }: Facts): number => evaluations.at(-1)?.exactMatch ?? 0;

const swap: PredictStep<"swap", "right" | "moved" | "other"> = {
  id: "swap",
  kind: "predict",
  reason: { tab: "equation", operation: "score" },
  ask: (facts) => {
    const row =
      facts.trace.shape.attention === "additive" ? planOf(facts.trace).cross?.after.row : null;
    return row ? { kind: "cell", ...beforeRow(row), hiddenFrom: null } : null;
  },
  values: swapValues,
  act: {
    calls: () => [["changeScene", { settings: { attention: "dot" } }]],
    isDone: ({ trace, isTraining }) => trace.shape.attention === "dot" && !isTraining,
  },
  judge: (facts, question, prediction, before) => {
    const row = question.row ?? 0;
    const look = lookOf(facts.trace, row);
    const column = look?.column ?? 0;
    const was = lookOf(before.trace, row)?.column;
    const picked = prediction.kind === "cell" ? prediction.column : -1;
    const isRight = picked === column;
    return {
      verdict: isRight ? "right" : picked === was ? "moved" : "other",
      isRight,
      values: {
        ...swapValues(before, question),
        picked: { word: sourceWord(facts.trace, picked) },
        pickedWeight: { weight: weightsOf(facts.trace, row)[picked] ?? 0 },
        now: { word: sourceWord(facts.trace, column) },
        weight: { weight: look?.weight ?? 0 },
        agree: { count: agreeing(facts, before) },
        rows: { count: facts.trace.steps.length },
        match: { share: exactMatch(before) },
        matchNow: { share: exactMatch(facts) },
      },
      truth: { kind: "cell", row, column },
    };
  },
};

/** The cheapest score that reads both directions. */
function cheapest({ config, trace: { shape } }: Facts): AttentionKind {
  const possibleOnes = SCORES.filter((each) => obstacleTo(config, "attention", each) === null);
  const byCost = possibleOnes.toSorted((a, b) => costOf(shape, a) - costOf(shape, b));
  return byCost[0] ?? "none";
}

const now: GoalStep<"now", "reached" | "costly" | "noAttention"> = {
  id: "now",
  kind: "goal",
  reason: null,
  isPossible: () => true,
  check: (facts) => {
    const { config, trace } = facts;
    if (trace.shape.direction !== "bidirectional") return null;
    const { attention } = config;
    const own = costOf(trace.shape, attention);
    const best = cheapest(facts);
    const isReached = attention !== "none" && own === costOf(trace.shape, best);
    return {
      verdict: isReached ? "reached" : attention === "none" ? "noAttention" : "costly",
      isRight: isReached,
      values: { score: { option: ["attention", attention] }, own: { count: own } },
    };
  },
};

export const FOUR_SCORES = [cost, possible, withoutTanh, swap, now] as const;
