/** What training does: the first loss, one update from its gradient to the moves of the weights, and the losses after. */
import type { GroupAccount, UpdateAccount } from "../engine/results/updateAccount";
import type { Facts } from "./facts";
import {
  type Act,
  type CurvePoint,
  type GoalStep,
  NO_ROW,
  type PredictStep,
  type Values,
} from "./lesson";
import { lookOf } from "./looks";
import { sourceWord } from "./words";

/** How many tokens the decoder chooses from, and the loss of one that has the share of all others. */
function vocabulary({ trace }: Facts): { readonly size: number; readonly even: number } {
  const { targetTokens } = trace.shape;
  return { size: targetTokens, even: Math.log(targetTokens) };
}

const CLOSE_WEIGHT = 0.08;
const ASKED_ROW = 1; // all rows of an untrained map are alike

const flat: PredictStep<"flat", "right" | "low" | "high"> = {
  id: "flat",
  kind: "predict",
  reason: { tab: "equation", operation: "softmax" },
  ask: ({ trace }) =>
    trace.trainedSteps === 0 && lookOf(trace, ASKED_ROW)
      ? { kind: "weight", row: ASKED_ROW, startRow: ASKED_ROW, hiddenFrom: 0 }
      : null,
  values: ({ trace }) => ({
    row: { count: ASKED_ROW + 1 },
    tokens: { count: trace.source.length },
    parts: { count: trace.source.length },
  }),
  judge: (facts, question, prediction) => {
    const { trace } = facts;
    const look = lookOf(trace, ASKED_ROW) ?? { column: 0, weight: 0 };
    const guess = prediction.kind === "weight" ? prediction.value : 0;
    const isRight = Math.abs(guess - look.weight) <= CLOSE_WEIGHT;
    return {
      verdict: isRight ? "right" : guess < look.weight ? "low" : "high",
      isRight,
      values: {
        ...flat.values(facts, question),
        guess: { weight: guess },
        word: { word: sourceWord(trace, look.column) },
        weight: { weight: look.weight },
        even: { weight: 1 / trace.source.length },
      },
      truth: { kind: "weight", value: look.weight },
    };
  },
};

/** Makes one more update and shows a stage of it. */
const walk = (stage: "loss" | "clip" | "adam"): Act => ({
  calls: () => [["walkUpdate"], ["showWalkStage", stage]],
  isDone: ({ walked, isTraining }, before) =>
    !isTraining && walked !== null && walked.step > before.step,
});

const NEAR = 0.3; // nats
const LARGEST_LOSS = 8;

const first: PredictStep<"first", "right" | "low" | "high"> = {
  id: "first",
  kind: "predict",
  reason: { tab: "equation", operation: "output" },
  ask: ({ step, isTraining }) =>
    step === 0 && !isTraining
      ? { kind: "number", decimals: 2, min: 0, max: LARGEST_LOSS, step: 0.01, ...NO_ROW }
      : null,
  values: (facts) => ({
    size: { count: vocabulary(facts).size },
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
        even: { number: vocabulary(facts).even, decimals: 2 },
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

const clipping: PredictStep<"clip", "right" | "cut" | "skip"> = {
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

const adam: PredictStep<"adam", "right" | "times" | "other"> = {
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

const UPDATES = 50;
const POINTS = 5;
const CLOSE_LOSS = 0.4; // nats

/** Trains this many updates. */
const trained = (updates: number): Act => ({
  calls: () => [["trainFor", updates]],
  isDone: ({ step, isTraining }, before) => !isTraining && step >= before.step + updates,
  progress: ({ step }, before) => (step - before.step) / updates,
});

/** The mean loss of the last updates up to this one: a batch alone is easy or hard by chance. */
function smoothLoss({ losses }: Facts, step: number): number {
  const last = losses.filter((each) => each.step <= step && each.step > step - POINTS);
  return last.reduce((sum, { loss }) => sum + loss, 0) / Math.max(1, last.length);
}

/** The losses at evenly spread updates after `from`. */
function curveAfter({ losses }: Facts, from: number): CurvePoint[] {
  return losses
    .filter(({ step }) => step >= from && step <= from + UPDATES)
    .map(({ step, loss }) => ({ x: step, y: loss }));
}

const curve: PredictStep<"curve", "right" | "low" | "high"> = {
  id: "curve",
  kind: "predict",
  scene: "kept",
  reason: null,
  ask: (facts) => {
    const { step, isTraining, losses } = facts;
    if (isTraining) return null;
    const { even } = vocabulary(facts);
    const xs = Array.from({ length: POINTS + 1 }, (_, i) => step + (i * UPDATES) / POINTS);
    const known = losses.map((each) => ({ x: each.step, y: each.loss }));
    return {
      kind: "point",
      xs,
      x: step + UPDATES,
      y: { min: 0, max: Math.ceil(even + 1), step: 0.1 },
      known: known.length > 0 ? known : [{ x: step, y: even }],
      ...NO_ROW,
    };
  },
  values: (facts) => ({
    updates: { count: UPDATES },
    goal: { count: facts.step + UPDATES },
    even: { number: vocabulary(facts).even, decimals: 2 },
    pairs: { count: UPDATES * facts.config.batchSize },
  }),
  act: trained(UPDATES),
  judge: (facts, question, prediction, before) => {
    const x = before.step + UPDATES;
    const y = smoothLoss(facts, x);
    const guess = prediction.kind === "point" ? prediction.y : 0;
    const isRight = Math.abs(guess - y) <= CLOSE_LOSS;
    return {
      verdict: isRight ? "right" : guess < y ? "low" : "high",
      isRight,
      values: {
        ...curve.values(before, question),
        guess: { number: guess, decimals: 1 },
        loss: { number: y, decimals: 2 },
        likely: { number: 100 * Math.exp(-y), decimals: 0 },
      },
      truth: { kind: "point", x, y },
      curve: curveAfter(facts, before.step),
    };
  },
};

const MORE_UPDATES = 30;
const ALIKE = 0.25; // of the training loss
const HELD_OUT = ["lower", "alike", "higher"] as const;

/** How the loss of the held-out examples stands to the training loss at the last evaluation. */
function heldOutOf(facts: Facts) {
  const last = facts.evaluations.at(-1);
  const own = smoothLoss(facts, last?.step ?? 0);
  const other = last?.heldOutLoss ?? own;
  const isAlike = Math.abs(other - own) <= ALIKE * own;
  const truth: (typeof HELD_OUT)[number] = isAlike ? "alike" : other < own ? "lower" : "higher";
  return { own, other, examples: last?.examples ?? 0, truth };
}

const heldOut: PredictStep<"heldOut", "right" | "higher" | "lower" | "alike"> = {
  id: "heldOut",
  kind: "predict",
  scene: "kept",
  reason: null,
  ask: ({ isTraining }) => (isTraining ? null : { kind: "choice", choices: HELD_OUT, ...NO_ROW }),
  values: () => ({ updates: { count: MORE_UPDATES } }),
  act: trained(MORE_UPDATES),
  judge: (facts, question, prediction, before) => {
    const { own, other, examples, truth } = heldOutOf(facts);
    const choice = prediction.kind === "choice" ? prediction.choice : "";
    const wrong = choice === "higher" ? "higher" : choice === "lower" ? "lower" : "alike";
    return {
      verdict: choice === truth ? "right" : wrong,
      isRight: choice === truth,
      values: {
        ...heldOut.values(before, question),
        own: { number: own, decimals: 2 },
        other: { number: other, decimals: 2 },
        examples: { count: examples },
      },
      truth: { kind: "choice", choice: truth },
    };
  },
};

const MOST = 0.9;

const now: GoalStep<"now", "reached" | "few"> = {
  id: "now",
  kind: "goal",
  scene: "kept",
  reason: null,
  isPossible: () => true,
  check: ({ evaluations, step }) => {
    const last = evaluations.at(-1);
    if (!last || step === 0) return null;
    const isReached = last.exactMatch >= MOST;
    return {
      verdict: isReached ? "reached" : "few",
      isRight: isReached,
      values: {
        step: { count: last.step },
        share: { share: last.exactMatch },
        loss: { number: last.heldOutLoss ?? 0, decimals: 2 },
      },
    };
  },
};

export const HOW_IT_LEARNS = [flat, first, clipping, adam, curve, heldOut, now] as const;
