/** One update slowly: its loss, the clipping of its gradient, and the moves of the weights. */
import type { GroupAccount, UpdateAccount } from "../engine/results/updateAccount";
import type { Facts } from "./facts";
import { type Act, NO_ROW, type PredictStep, type Values } from "./lesson";

/** The loss of a token that has the same probability as all others. */
export const evenLoss = ({ trace }: Facts): number => Math.log(trace.shape.targetTokens);

/** Makes one more update and shows a stage of it. */
const walk = (stage: "loss" | "clip" | "adam"): Act => ({
  calls: () => [["walkUpdate"], ["showWalkStage", stage]],
  isDone: ({ walked, isTraining }, before) =>
    !isTraining && walked !== null && walked.step > before.step,
});

const NEAR = 0.3; // nats
const LARGEST_LOSS = 8;

export const first: PredictStep<"first", "right" | "low" | "high"> = {
  id: "first",
  kind: "predict",
  reason: { tab: "equation", operation: "output" },
  ask: ({ step, isTraining }) =>
    step === 0 && !isTraining
      ? { kind: "number", decimals: 2, min: 0, max: LARGEST_LOSS, step: 0.01, ...NO_ROW }
      : null,
  values: (facts) => ({
    size: { count: facts.trace.shape.targetTokens },
    pairs: { count: facts.config.batchSize },
  }),
  act: walk("loss"),
  judge: (facts, question, prediction, before) => {
    const loss = facts.walked?.loss ?? 0;
    const guess = prediction.kind === "number" ? prediction.value : 0;
    const isRight = Math.abs(guess - loss) <= NEAR;
    return {
      verdict: isRight ? "right" : guess < loss ? "low" : "high",
      isRight,
      values: {
        ...first.values(before, question),
        guess: { number: guess, decimals: 2 },
        likely: { number: 100 * Math.exp(-guess), decimals: 1 },
        loss: { number: loss, decimals: 2 },
        even: { number: evenLoss(facts), decimals: 2 },
      },
      truth: { kind: "number", value: loss },
    };
  },
};

const CLIPPINGS = ["cut", "scale", "skip"] as const;

function clipValues({ clip, rule }: UpdateAccount): Values {
  return {
    limit: { number: rule.clipNorm, decimals: 1 },
    norm: { number: clip.norm, decimals: 3 },
    factor: { number: clip.factor, decimals: 2 },
    clipped: { number: clip.clipped, decimals: 3 },
  };
}

export const clipping: PredictStep<"clip", "right" | "cut" | "skip"> = {
  id: "clip",
  kind: "predict",
  scene: "kept",
  reason: null,
  ask: ({ isTraining }) => (isTraining ? null : { kind: "choice", choices: CLIPPINGS, ...NO_ROW }),
  values: ({ config, parameters }) => ({
    limit: { number: config.clipNorm, decimals: 1 },
    parameters: { count: parameters ?? 0 },
  }),
  act: walk("clip"),
  judge: (facts, question, prediction, before) => {
    const choice = prediction.kind === "choice" ? prediction.choice : "";
    return {
      verdict: choice === "scale" ? "right" : choice === "cut" ? "cut" : "skip",
      isRight: choice === "scale",
      values: {
        ...clipping.values(before, question),
        ...(facts.walked ? clipValues(facts.walked) : {}),
      },
      truth: { kind: "choice", choice: "scale" },
    };
  },
};

interface Pair {
  readonly gradients: number;
  readonly moves: number;
}

/** The root mean square of a group's numbers, from the length of their vector. */
const perNumber = (length: number, { count }: GroupAccount): number => length / Math.sqrt(count);

/** How many times as large the largest gradient of a group is as the smallest, number by number, and their moves. */
export function extremes({ groups }: Pick<UpdateAccount, "groups">): Pair {
  const [small, ...others] = groups
    .filter(({ gradient }) => gradient > 0)
    .toSorted((a, b) => perNumber(a.gradient, a) - perNumber(b.gradient, b));
  const large = others.at(-1);
  if (!small || !large) return { gradients: 1, moves: 1 };
  return {
    gradients: perNumber(large.gradient, large) / perNumber(small.gradient, small),
    moves: perNumber(large.move, large) / perNumber(small.move, small),
  };
}

const MOVES = ["alike", "root", "times"] as const;

/** Which of the answers is nearest to how the moves follow the gradients: as their power 0, 1/2 or 1. */
function moveOf({ gradients, moves }: Pair): (typeof MOVES)[number] {
  const power = Math.log(moves) / Math.log(gradients);
  return power < 1 / 4 ? "alike" : power < 3 / 4 ? "root" : "times";
}

export const adam: PredictStep<"adam", "right" | "times" | "other"> = {
  id: "adam",
  kind: "predict",
  scene: "kept",
  reason: null,
  ask: ({ isTraining }) => (isTraining ? null : { kind: "choice", choices: MOVES, ...NO_ROW }),
  values: ({ config }) => ({ rate: { number: config.learningRate, decimals: 4 } }),
  act: walk("adam"),
  judge: (facts, question, prediction, before) => {
    const pair = facts.walked ? extremes(facts.walked) : { gradients: 1, moves: 1 };
    const truth = moveOf(pair);
    const choice = prediction.kind === "choice" ? prediction.choice : "";
    const isRight = choice === truth;
    return {
      verdict: isRight ? "right" : choice === "times" ? "times" : "other",
      isRight,
      values: {
        ...adam.values(before, question),
        gradients: { number: pair.gradients, decimals: 0 },
        moves: { number: pair.moves, decimals: 1 },
      },
      truth: { kind: "choice", choice: truth },
    };
  },
};
