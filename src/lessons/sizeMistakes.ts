/** Exhibits of the lessons on mistakes, about sizes: which numbers dropout reaches, and what a small state can say. */
import { type Vector, zeros } from "../engine/reference/linearAlgebra";
import { type Reference, referenceParameters, row } from "../engine/reference/parameters";
import { referenceEncode } from "../engine/reference/encoder";
import { referenceInitial, referenceStep } from "../engine/reference/seq2seq";
import { contextEntersCell, keySize, tokenSize } from "../engine/setup/modelShape";
import type { Facts } from "./facts";
import { type Act, NO_ROW, type PredictStep, type Prediction, type Values } from "./lesson";
import { basisOf, logitsFrom } from "./logitBasis";
import { onceForTrace } from "./onceForTrace";

const numberOf = (prediction: Prediction): number =>
  prediction.kind === "number" ? prediction.value : Number.NaN;

const WEIGHTS_READ: Act = {
  calls: () => [["readParameters", "a"]],
  isDone: ({ weights }) => weights !== null,
};

const parametersOf = ({ trace: { shape }, weights }: Facts): Reference =>
  referenceParameters(shape, weights ? [...weights] : []);

const largest = (values: Vector): number => values.indexOf(Math.max(...values));

/** How many rows still write their token where the vector of every token that the decoder reads is 0. */
const rowsWithoutTokens = onceForTrace((facts) => {
  const { shape, source: words, steps } = facts.trace;
  const own = parametersOf(facts);
  const source = referenceEncode(own, shape, words.map(({ id }) => id)); // prettier-ignore
  const cleared: Reference = (name) =>
    name === "decoder.embedding.weight" ? own(name).map(({ length }) => zeros(length)) : own(name);
  let before = referenceInitial(shape, source);
  return steps.filter(({ input, chosen }) => {
    const step = referenceStep(cleared, shape, source, { id: input.id, before });
    before = step.next;
    return largest(step.logits) === chosen.id;
  }).length;
});

function dropoutValues({ trace: { shape, steps } }: Facts): Values {
  const [token, key] = [tokenSize(shape, "decoder"), keySize(shape)];
  return {
    token: { count: token },
    key: { count: key },
    both: { count: token + key },
    rows: { count: steps.length },
  };
}

export const dropout: PredictStep<"dropout", "right" | "all" | "few" | "many"> = {
  id: "dropout",
  kind: "predict",
  scene: { settings: { dropout: 0.1 } },
  code: {
    printed: ["self.dropout = nn.Dropout(dropout_p)", "embedded = self.dropout(self.embedding(input))", "input_gru = torch.cat((embedded, context), dim=2)", "output, hidden = self.gru(input_gru, hidden)"], // prettier-ignore
    right: ["embedded = self.dropout(self.embedding(input))     # the token", "input_gru = torch.cat((embedded, context), dim=2)  # the context: no dropout"], // prettier-ignore
  },
  reason: { tab: "pytorch", operation: "cell", note: "catInput" },
  ask: ({ trace: { shape } }) => {
    if (!contextEntersCell(shape) || shape.tokenInput !== "learned") return null;
    const max = tokenSize(shape, "decoder") + keySize(shape);
    return { kind: "number", decimals: 0, min: 0, max, step: 1, ...NO_ROW };
  },
  values: dropoutValues,
  act: WEIGHTS_READ,
  judge: (facts, _, prediction) => {
    const { shape } = facts.trace;
    const truth = tokenSize(shape, "decoder");
    const guess = numberOf(prediction);
    const wrong = guess === truth + keySize(shape) ? "all" : guess < truth ? "few" : "many";
    return {
      verdict: guess === truth ? "right" : wrong,
      isRight: guess === truth,
      values: { ...dropoutValues(facts), same: { count: rowsWithoutTokens(facts) } },
      truth: { kind: "number", value: truth },
    };
  },
};

const SMALL = 5; // hidden size of the notes
const SMALLEST_ERROR = 1e-6;

/** The rank of the output layer, and how well as many logits of a row give all others. */
const outputRank = onceForTrace((facts) => {
  const own = parametersOf(facts);
  const basis = basisOf(own("decoder.out.weight"));
  const bias = row(own("decoder.out.bias"));
  const errors = facts.trace.steps.map(({ logits }) => {
    const all = logitsFrom(basis, [...logits], bias);
    return Math.max(...all.map((value, v) => Math.abs(value - (logits[v] ?? 0))));
  });
  return { rank: basis.columns.length, error: Math.max(SMALLEST_ERROR, ...errors) };
});

function narrowValues({ trace: { shape, steps } }: Facts): Values {
  return {
    size: { count: shape.hiddenSize },
    vocabulary: { count: shape.targetTokens },
    rows: { count: steps.length },
  };
}

export const narrow: PredictStep<"narrow", "right" | "all" | "few" | "many"> = {
  id: "narrow",
  kind: "predict",
  scene: { weights: "fresh", settings: { hiddenSize: SMALL }, show: { feeding: "truth" } }, // a new model may stop at once
  reason: { tab: "equation", operation: "output" },
  ask: ({ trace: { shape } }) =>
    shape.hiddenSize < shape.targetTokens
      ? { kind: "number", decimals: 0, min: 0, max: shape.targetTokens, step: 1, ...NO_ROW }
      : null,
  values: narrowValues,
  act: WEIGHTS_READ,
  judge: (facts, _, prediction) => {
    const { rank, error } = outputRank(facts);
    const V = facts.trace.shape.targetTokens;
    const guess = numberOf(prediction);
    const wrong = guess === V ? "all" : guess < rank ? "few" : "many";
    return {
      verdict: guess === rank ? "right" : wrong,
      isRight: guess === rank,
      values: {
        ...narrowValues(facts),
        rank: { count: rank },
        others: { count: V - rank },
        error: { number: error, decimals: 6 },
      },
      truth: { kind: "number", value: rank },
    };
  },
};
