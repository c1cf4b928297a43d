/** Exhibits of the lessons on mistakes, about training: what is fed, and what the loss is of. */
import { EOS } from "../engine/text/tokens";
import { softmaxTwiceFloor } from "../vis/code/notes/trainingNotes";
import { stepLoss } from "../vis/facts/probability";
import type { Facts } from "./facts";
import { NO_ROW, type PredictStep, type Prediction, type Values } from "./lesson";
import { fedByTurnedSign, lossOfSoftmaxTwice, meanOverPadding, meanWithZeroRow } from "./mistakes";
import { saidWord } from "./words";

const numberOf = (prediction: Prediction): number =>
  prediction.kind === "number" ? prediction.value : Number.NaN;

const CHANCE = 0.8;
const PERCENT = 100;

export const coin: PredictStep<"coin", "right" | "named" | "other"> = {
  id: "coin",
  kind: "predict",
  code: {
    printed: ["_, top_ids = torch.max(decoder_outputs, dim=-1)", "input_ids = trg_batch[:, t] if random.random() > teacher_forcing_prob else top_ids"], // prettier-ignore
    right: ["input_ids = trg_batch[:, t] if random.random() < teacher_forcing_prob else top_ids"],
  },
  reason: { tab: "pytorch", operation: "embed", note: "coin" },
  ask: () => ({ kind: "number", decimals: 0, min: 0, max: PERCENT, step: 1, ...NO_ROW }),
  values: () => ({ chance: { share: CHANCE }, written: { number: CHANCE, decimals: 1 } }),
  judge: (facts, question, prediction) => {
    const fed = fedByTurnedSign(CHANCE);
    const isAt = (share: number): boolean =>
      Math.abs(numberOf(prediction) - PERCENT * share) <= 2.5;
    return {
      verdict: isAt(fed) ? "right" : isAt(CHANCE) ? "named" : "other",
      isRight: isAt(fed),
      values: {
        ...coin.values(facts, question),
        fed: { share: fed },
        always: { share: fedByTurnedSign(1) },
      },
      truth: { kind: "number", value: Math.round(PERCENT * fed) },
    };
  },
};

/** The mean over the rows of the answer, each with the token that was right there, or its own. */
function meanOver({ trace }: Facts, loss: (logits: Float32Array, id: number) => number): number {
  const losses = trace.steps.map(({ logits, chosen }, row) =>
    loss(logits, (trace.expected?.[row] ?? chosen).id),
  );
  return losses.reduce((sum, each) => sum + each, 0) / losses.length;
}

const hasLoss = ({ trace }: Facts): boolean =>
  trace.steps.length === (trace.expected?.length ?? trace.steps.length);

function lossValues(facts: Facts): Values {
  const V = facts.trace.shape.targetTokens;
  return {
    vocabulary: { count: V },
    guessing: { number: Math.log(V), decimals: 2 },
    loss: { number: meanOver(facts, stepLoss), decimals: 3 },
    rows: { count: facts.trace.steps.length },
  };
}

const CLOSE = 0.2; // nats

export const twice: PredictStep<"twice", "right" | "zero" | "low" | "high"> = {
  id: "twice",
  kind: "predict",
  code: {
    printed: ["prediction = self.fc_out(output.squeeze(1))", "prediction = F.softmax(prediction, dim= 1)", "return prediction, hidden"], // prettier-ignore
    right: ["prediction = self.fc_out(output.squeeze(1))", "return prediction, hidden"],
  },
  reason: { tab: "pytorch", operation: "output", note: "doubleSoftmax" },
  ask: (facts) => {
    if (!hasLoss(facts)) return null;
    const max = Math.ceil(Math.log(facts.trace.shape.targetTokens)) + 1;
    return { kind: "number", decimals: 2, min: 0, max, step: 0.01, ...NO_ROW };
  },
  values: lossValues,
  judge: (facts, _, prediction) => {
    const floor = softmaxTwiceFloor(facts.trace.shape.targetTokens);
    const guess = numberOf(prediction);
    const isRight = Math.abs(guess - floor) <= CLOSE;
    const wrong = guess <= CLOSE ? "zero" : guess < floor ? "low" : "high";
    return {
      verdict: isRight ? "right" : wrong,
      isRight,
      values: {
        ...lossValues(facts),
        floor: { number: floor, decimals: 2 },
        twice: { number: meanOver(facts, lossOfSoftmaxTwice), decimals: 2 },
      },
      truth: { kind: "number", value: Number(floor.toFixed(2)) },
    };
  },
};

const LOSS_OF_ZEROS = ["falls", "stays", "grows"] as const;

export const firstRow: PredictStep<"firstRow", "right" | "falls" | "grows"> = {
  id: "firstRow",
  kind: "predict",
  code: {
    printed: ["outputs = torch.zeros(trg_max_len, batch_size, vocab_size)", "for t in range(1, trg_max_len):", "  decoder_outputs, hidden = self.decoder(input_ids, hidden)", "  outputs[t] = decoder_outputs"], // prettier-ignore
    right: ["loss = F.cross_entropy(outputs[1:].flatten(0, 1), trg_batch[:, 1:].T.flatten())"],
  },
  reason: { tab: "pytorch", operation: "output", note: "firstRow" },
  ask: (facts) => (hasLoss(facts) ? { kind: "choice", choices: LOSS_OF_ZEROS, ...NO_ROW } : null),
  values: lossValues,
  judge: (facts, _, prediction) => {
    const choice = prediction.kind === "choice" ? prediction.choice : "";
    const { steps, shape } = facts.trace;
    const mean = meanWithZeroRow(meanOver(facts, stepLoss), steps.length, shape.targetTokens);
    return {
      verdict: choice === "stays" ? "right" : choice === "falls" ? "falls" : "grows",
      isRight: choice === "stays",
      values: { ...lossValues(facts), withZeros: { number: mean, decimals: 3 } },
      truth: { kind: "choice", choice: "stays" },
    };
  },
};

export const noStart: PredictStep<"noStart", "right" | "end" | "other"> = {
  id: "noStart",
  kind: "predict",
  code: {
    printed: ["trg = torch.tensor([[101, 102, 103, 104, 105]], dtype=torch.long)", "for t in range(1, max_len):", "    outputs[:, t, :] = output", "    current_token = trg[:, t] if random.random() < teacher_force_ratio else top1"], // prettier-ignore
    right: ["trg = torch.tensor([[SOS, 101, 102, 103, 104, 105, EOS]], dtype=torch.long)"],
  },
  reason: { tab: "pytorch", operation: "output", note: "firstRow" },
  ask: ({ trace }) => (trace.steps.length > 2 ? { kind: "token", of: "answer", ...NO_ROW } : null),
  values: ({ trace }) => ({
    answer: { words: trace.steps.flatMap(({ chosen }) => (chosen.id === EOS ? [] : [chosen])) },
  }),
  judge: (facts, question, prediction) => {
    const place = prediction.kind === "token" ? prediction.place : -1;
    const isEnd = saidWord(facts.trace, place).id === EOS;
    const isRight = place === 0 || isEnd;
    return {
      verdict: place === 0 ? "right" : isEnd ? "end" : "other",
      isRight,
      values: {
        ...noStart.values(facts, question),
        first: { word: saidWord(facts.trace, 0) },
        second: { word: saidWord(facts.trace, 1) },
        picked: { word: saidWord(facts.trace, place) },
      },
      truth: { kind: "token", place: isRight ? place : 0 },
    };
  },
};

const MAX_LENGTH = 10; // of the tutorial
const TRUE_LOSS = 1;

function paddingValues({ trace: { steps } }: Facts): Values {
  return {
    real: { count: steps.length },
    pads: { count: MAX_LENGTH - steps.length },
    places: { count: MAX_LENGTH },
    mean: { number: TRUE_LOSS, decimals: 2 },
  };
}

export const padLoss: PredictStep<"padLoss", "right" | "same" | "high" | "low"> = {
  id: "padLoss",
  kind: "predict",
  code: {
    printed: ["criterion = nn.NLLLoss()", "loss = criterion(", "    decoder_outputs.view(-1, decoder_outputs.size(-1)),", "    target_tensor.view(-1)", ")"], // prettier-ignore
    right: ["criterion = nn.NLLLoss(ignore_index=PAD_token)"],
  },
  reason: { tab: "pytorch", operation: "output", note: "padLoss" },
  ask: ({ trace: { steps } }) =>
    steps.length < MAX_LENGTH
      ? { kind: "number", decimals: 2, min: 0, max: 2 * TRUE_LOSS, step: 0.01, ...NO_ROW }
      : null,
  values: paddingValues,
  judge: (facts, _, prediction) => {
    const reported = meanOverPadding(TRUE_LOSS, facts.trace.steps.length, MAX_LENGTH);
    const guess = numberOf(prediction);
    const isRight = Math.abs(guess - reported) <= 0.05;
    const isSame = Math.abs(guess - TRUE_LOSS) < 0.005;
    const wrong = isSame ? "same" : guess > reported ? "high" : "low";
    return {
      verdict: isRight ? "right" : wrong,
      isRight,
      values: { ...paddingValues(facts), reported: { number: reported, decimals: 2 } },
      truth: { kind: "number", value: reported },
    };
  },
};
