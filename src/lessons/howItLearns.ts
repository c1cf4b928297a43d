/** What training does: the first loss, one update from its gradient to the moves of the weights, and the losses after. */
import type { Facts } from "./facts";
import { type Act, type CurvePoint, type GoalStep, NO_ROW, type PredictStep } from "./lesson";
import { lookOf } from "./looks";
import { adam, clipping, evenLoss, first } from "./oneUpdate";
import { sourceWord } from "./words";

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

const UPDATES = 50;
const POINTS = 5;
const CLOSE_LOSS = 0.4; // nats

/** Trains this many updates, or fewer where the model reaches its target before. */
const trained = (updates: number): Act => ({
  calls: () => [["trainFor", updates]],
  isDone: ({ step, isTraining }, before) => !isTraining && step > before.step,
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
    const even = evenLoss(facts);
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
    even: { number: evenLoss(facts), decimals: 2 },
    pairs: { count: UPDATES * facts.config.batchSize },
  }),
  act: trained(UPDATES),
  judge: (facts, question, prediction, before) => {
    const x = Math.min(facts.step, before.step + UPDATES);
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
const ALIKE = 0.25; // of the training loss, which is itself a mean over a few updates
const ALIKE_NATS = 0.1; // small losses differ by more than that share from batch to batch
const HELD_OUT = ["lower", "alike", "higher"] as const;

/** How the loss of the held-out examples stands to the training loss at the last evaluation. */
function heldOutOf(facts: Facts) {
  const last = facts.evaluations.at(-1);
  const own = smoothLoss(facts, last?.step ?? 0);
  const other = last?.heldOutLoss ?? own;
  const isAlike = Math.abs(other - own) <= Math.max(ALIKE * own, ALIKE_NATS);
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
  reason: null,
  isPossible: () => true,
  check: ({ evaluations, step, isShipped }) => {
    const last = evaluations.at(-1);
    if (!last || step === 0 || isShipped) return null;
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
