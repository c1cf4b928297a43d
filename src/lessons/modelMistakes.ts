/** Exhibits of the lessons on mistakes, about the model: its last states, and its scores. */
import { referenceParameters } from "../engine/reference/parameters";
import { matrixRow } from "../engine/results/vectors";
import { REFERENCE_SCORES } from "../engine/scores/reference";
import { scoreParameters } from "../engine/setup/learnedParameters";
import { largestColumn } from "../vis/facts/aligned";
import type { Facts } from "./facts";
import { NO_ROW, type PredictStep, type Prediction, type Values } from "./lesson";
import { addedToKeys, finalStates, onDiagonal } from "./mistakes";
import { onceForTrace } from "./onceForTrace";
import { sourceWord } from "./words";

const choiceOf = (prediction: Prediction): string =>
  prediction.kind === "choice" ? prediction.choice : "";

/** What two final states can be, in one word. */
function pairOf(states: ReturnType<typeof finalStates>): "layers" | "lastLayer" | "firstLayer" {
  const [one, other] = states;
  if (one?.layer !== other?.layer) return "layers";
  return one?.layer === 1 ? "firstLayer" : "lastLayer";
}

export const finalPair: PredictStep<"finalPair", "right" | "layers" | "firstLayer"> = {
  id: "finalPair",
  kind: "predict",
  code: {
    printed: ["packed_outputs, h_n = self.gru(packed_input, h_0)  # h_n: (4, B, d_h)", "forward_hidden = h_n[-2, :, :]", "backward_hidden = h_n[-1, :, :]"], // prettier-ignore
    right: ["forward_hidden = h_n[-2, :, :]   # layer 2, forward", "backward_hidden = h_n[-1, :, :]  # layer 2, backward"], // prettier-ignore
  },
  reason: { tab: "pytorch", operation: "query", note: "lastStates" },
  ask: () => ({ kind: "choice", choices: ["layers", "lastLayer", "firstLayer"], ...NO_ROW }),
  values: () => ({}),
  judge: (_facts, _question, prediction) => {
    const truth = pairOf(finalStates(2).slice(-2));
    const choice = choiceOf(prediction);
    return {
      verdict: choice === truth ? "right" : choice === "layers" ? "layers" : "firstLayer",
      isRight: choice === truth,
      values: {},
      truth: { kind: "choice", choice: truth },
    };
  },
};

interface General {
  /** The share of its matrix that lies on the diagonal. */
  readonly share: number;
  /** The column of the first row's largest weight. */
  readonly column: number;
  /** The score of the first row's query with that key, and with query and key exchanged. */
  readonly score: number;
  readonly exchanged: number;
}

/** What the score "general" is like; zeros where the page has not read the weights. */
const generalOf = onceForTrace(({ trace, weights }): General => {
  const { shape, encoder, steps } = trace;
  const [matrix] = scoreParameters(shape);
  const attention = steps[0]?.attention;
  if (!weights || !matrix || !attention) return { share: 0, column: 0, score: 0, exchanged: 0 };
  const own = referenceParameters(shape, [...weights]);
  const query = [...attention.query];
  const column = largestColumn(attention.weights);
  const key = [...matrixRow(encoder.states, column)];
  return {
    share: onDiagonal(own(matrix.name)),
    column,
    score: REFERENCE_SCORES.general(own, query, key),
    exchanged: REFERENCE_SCORES.general(own, key, query),
  };
});

function exchangedScores(facts: Facts): Values {
  const { column, score, exchanged } = generalOf(facts);
  return {
    word: { word: sourceWord(facts.trace, column) },
    score: { number: score, decimals: 2 },
    exchanged: { number: exchanged, decimals: 2 },
  };
}

const NEAR = 0.05;
const PERCENT = 100;

function matrixValues({ trace: { shape } }: Facts): Values {
  const H = shape.hiddenSize;
  return { size: { count: H }, numbers: { count: H * H }, even: { share: 1 / H } };
}

export const diagonal: PredictStep<"diagonal", "right" | "all" | "high" | "low"> = {
  id: "diagonal",
  kind: "predict",
  scene: { settings: { attention: "general" } },
  reason: { tab: "pytorch", operation: "score" },
  ask: ({ trace: { shape } }) =>
    shape.attention === "general" && shape.direction === "unidirectional"
      ? { kind: "number", decimals: 0, min: 0, max: PERCENT, step: 1, ...NO_ROW }
      : null,
  values: matrixValues,
  act: {
    calls: () => [["readParameters", "a"]],
    isDone: ({ weights }) => weights !== null,
  },
  judge: (facts, _, prediction) => {
    const truth = generalOf(facts).share;
    const guess = prediction.kind === "number" ? prediction.value / PERCENT : Number.NaN;
    const isRight = Math.abs(guess - truth) <= NEAR;
    const wrong = guess >= 1 - NEAR ? "all" : guess > truth ? "high" : "low";
    return {
      verdict: isRight ? "right" : wrong,
      isRight,
      values: { ...matrixValues(facts), ...exchangedScores(facts), share: { share: truth } },
      truth: { kind: "number", value: Math.round(PERCENT * truth) },
    };
  },
};

const ADDED = ["works", "silent", "error"] as const;

export const permuted: PredictStep<"permuted", "right" | "works" | "other"> = {
  id: "permuted",
  kind: "predict",
  code: {
    printed: ["query = hidden.permute(1, 0, 2)", "scores = self.Va(torch.tanh(self.Wa(query) + self.Ua(keys)))"], // prettier-ignore
    right: ["query = hidden[-1:].permute(1, 0, 2)"],
  },
  reason: { tab: "pytorch", operation: "query", note: "permute" },
  ask: ({ trace: { shape } }) =>
    shape.attention === "none" ? null : { kind: "choice", choices: ADDED, ...NO_ROW },
  values: ({ trace: { shape, source } }) => ({
    size: { count: shape.hiddenSize },
    tokens: { count: source.length },
  }),
  judge: (facts, question, prediction) => {
    const truth = addedToKeys(facts.trace.source.length);
    const choice = choiceOf(prediction);
    return {
      verdict: choice === truth ? "right" : choice === "works" ? "works" : "other",
      isRight: choice === truth,
      values: permuted.values(facts, question),
      truth: { kind: "choice", choice: truth },
    };
  },
};
