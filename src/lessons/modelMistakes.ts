/** Exhibits of “Spot the mistake” about the model and its answers: lengths, states, and scores. */
import { referenceParameters } from "../engine/reference/parameters";
import { matrixRow } from "../engine/results/vectors";
import { REFERENCE_SCORES } from "../engine/scores/reference";
import { scoreParameters } from "../engine/setup/learnedParameters";
import { EOS } from "../engine/text/tokens";
import { largestColumn } from "../vis/facts/aligned";
import type { Facts } from "./facts";
import { NO_ROW, type PredictStep, type Prediction, type Values } from "./lesson";
import { addedToKeys, countedAsLength, endedAtOnce, finalStates, onDiagonal } from "./mistakes";
import { onceForTrace } from "./onceForTrace";
import { sourceWord } from "./words";

const choiceOf = (prediction: Prediction): string =>
  prediction.kind === "choice" ? prediction.choice : "";

const MAX_LEN = 50; // of the notes

function lengthValues({ trace: { steps } }: Facts): Values {
  const ends = steps.filter(({ chosen }) => chosen.id === EOS).length;
  return {
    words: { count: steps.length - ends },
    ends: { count: ends },
    places: { count: MAX_LEN },
    empty: { count: MAX_LEN - steps.length },
    counted: { count: countedAsLength(MAX_LEN, ends) },
  };
}

export const length: PredictStep<"length", "right" | "words" | "all" | "other"> = {
  id: "length",
  kind: "predict",
  code: {
    printed: ["all_tokens = torch.zeros(batch_size, max_len)", "for t in range(1, max_len):", "    all_tokens[:, t] = top1", "actual_lengths = (all_tokens != self.eos_token).sum(dim=1)"], // prettier-ignore
    right: ["is_end = all_tokens[:, 1:] == self.eos_token", "actual_lengths = is_end.float().argmax(dim=1)"], // prettier-ignore
  },
  reason: { tab: "pytorch", operation: "output", note: "actualLengths" },
  ask: ({ trace: { steps } }) =>
    steps.length < MAX_LEN && steps.at(-1)?.chosen.id === EOS
      ? { kind: "number", decimals: 0, min: 0, max: MAX_LEN, step: 1, ...NO_ROW }
      : null,
  values: lengthValues,
  judge: (facts, _, prediction) => {
    const { steps } = facts.trace;
    const guess = prediction.kind === "number" ? prediction.value : -1;
    const counted = countedAsLength(MAX_LEN, 1);
    const isOwn = guess === steps.length || guess === steps.length - 1;
    const wrong = isOwn ? "words" : guess === MAX_LEN ? "all" : "other";
    return {
      verdict: guess === counted ? "right" : wrong,
      isRight: guess === counted,
      values: lengthValues(facts),
      truth: { kind: "number", value: counted },
    };
  },
};

const STOPS = ["first", "last", "never"] as const;

function endValues({ trace: { steps } }: Facts): Values {
  return {
    own: { count: steps.length },
    other: { count: steps.length - 1 },
    places: { count: MAX_LEN },
  };
}

export const ended: PredictStep<"ended", "right" | "first" | "last"> = {
  id: "ended",
  kind: "predict",
  code: {
    printed: ["current_token = top1", "if (current_token == self.eos_token).all():", "    break"], // prettier-ignore
    right: ["finished |= top1 == self.eos_token", "if finished.all():", "    break"],
  },
  reason: { tab: "pytorch", operation: "output", note: "allEnded" },
  ask: ({ trace: { steps } }) =>
    steps.length > 2 ? { kind: "choice", choices: STOPS, ...NO_ROW } : null,
  values: endValues,
  judge: (facts, _, prediction) => {
    const last = facts.trace.steps.length - 1;
    const stop = endedAtOnce([[last], [last - 1]]);
    const truth = stop === null ? "never" : stop === last ? "last" : "first";
    const choice = choiceOf(prediction);
    return {
      verdict: choice === truth ? "right" : choice === "first" ? "first" : "last",
      isRight: choice === truth,
      values: endValues(facts),
      truth: { kind: "choice", choice: truth },
    };
  },
};

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
