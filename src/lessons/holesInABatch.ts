/** Padding: how much of a batch is empty, and what goes wrong where the network does not ignore it. */
import { type BatchAccount, type Mask, MASKS } from "../engine/results/batchAccount";
import { type MaskDamage, maskDamage } from "../vis/facts/maskDamage";
import type { Facts } from "./facts";
import { askedInEmptyPlace } from "./mistakes";
import { type Act, type GoalStep, NO_ROW, type PredictStep, type Values } from "./lesson";
import type { SceneChange } from "./scene";

const BATCH_IN_SIGHT: SceneChange = { view: { centre: "batch" } };

const emptyShare = ({ source }: BatchAccount): number => 1 - source.real / source.cells;

function sizeValues({ source, rows }: BatchAccount): Values {
  return {
    empty: { count: source.cells - source.real },
    cells: { count: source.cells },
    longest: { count: rows[0]?.source.length ?? 0 },
  };
}

const NEAR = 6; // percent of the cells

const holes: PredictStep<"holes", "right" | "low" | "high"> = {
  id: "holes",
  kind: "predict",
  reason: null,
  ask: ({ isTraining }) =>
    isTraining ? null : { kind: "number", decimals: 0, min: 0, max: 100, step: 1, ...NO_ROW },
  values: ({ config }) => ({ pairs: { count: config.batchSize } }),
  act: {
    calls: () => [["showCentre", "batch"], ["readBatch"]],
    isDone: ({ batch }, before) => batch !== null && batch !== before.batch,
  },
  judge: (facts, question, prediction, before) => {
    const { batch } = facts;
    const percent = batch ? 100 * emptyShare(batch) : 0;
    const guess = prediction.kind === "number" ? prediction.value : 0;
    const isRight = Math.abs(guess - percent) <= NEAR;
    return {
      verdict: isRight ? "right" : guess < percent ? "low" : "high",
      isRight,
      values: {
        ...holes.values(before, question),
        guess: { share: guess / 100 },
        share: { share: percent / 100 },
        ...(batch && sizeValues(batch)),
      },
      truth: { kind: "number", value: Math.round(percent) },
    };
  },
};

/** Switches this mask alone off and reads the batch without it. */
const without = (mask: Mask): Act => ({
  calls: () => [
    ...MASKS.map((each) => ["switchMask", each, each !== mask] as const),
    ["readBatch"] as const,
  ],
  isDone: ({ batch }, before) => batch !== before.batch && isAlone(batch, mask),
});

/** Whether the batch has been read with this mask alone off. */
function isAlone(batch: BatchAccount | null, mask: Mask): boolean {
  return batch?.unmasked?.off.length === 1 && batch.unmasked.off[0] === mask;
}

const NO_DAMAGE: MaskDamage = { change: 0, weight: 0, pads: 0, counted: 0 };

const damageOf = ({ batch }: Facts): MaskDamage => (batch && maskDamage(batch)) ?? NO_DAMAGE;

/** What the batch is like with a mask off, for the texts. */
function damageValues(facts: Facts): Values {
  const { batch } = facts;
  if (!batch) return {};
  const { weight, change, pads, counted } = damageOf(facts);
  const { rows, masked, unmasked } = batch;
  return {
    rows: { count: rows.length },
    weight: { weight },
    left: { weight: 1 - weight },
    change: { share: change },
    pads: { count: pads },
    counted: { count: counted },
    loss: { number: masked.loss, decimals: 4 },
    changed: { number: (unmasked ?? masked).loss, decimals: 4 },
  };
}

const CLOSE = 0.03;

const hasAttention = ({ trace, isTraining }: Facts): boolean =>
  trace.shape.attention !== "none" && !isTraining;

const after: PredictStep<"after", "right" | "one" | "other"> = {
  id: "after",
  kind: "predict",
  scene: BATCH_IN_SIGHT,
  reason: { tab: "equation", operation: "softmax" },
  ask: (facts) => (hasAttention(facts) ? { kind: "weight", ...NO_ROW } : null),
  values: () => ({}),
  act: without("attention"),
  judge: (facts, _, prediction) => {
    const left = 1 - damageOf(facts).weight;
    const guess = prediction.kind === "weight" ? prediction.value : 0;
    const isRight = Math.abs(guess - left) <= CLOSE;
    return {
      verdict: isRight ? "right" : guess > 1 - CLOSE ? "one" : "other",
      isRight,
      values: { ...damageValues(facts), guess: { weight: guess } },
      truth: { kind: "weight", value: left },
    };
  },
};

const CHANGES = ["none", "little", "much"] as const;

function changeOf(change: number): (typeof CHANGES)[number] {
  return change < 1 / 100 ? "none" : change < 1 / 5 ? "little" : "much";
}

const states: PredictStep<"states", "right" | "none" | "other"> = {
  id: "states",
  kind: "predict",
  scene: BATCH_IN_SIGHT,
  reason: { tab: "equation", operation: "cell" },
  ask: ({ isTraining }) => (isTraining ? null : { kind: "choice", choices: CHANGES, ...NO_ROW }),
  values: () => ({}),
  act: without("states"),
  judge: (facts, _, prediction) => {
    const truth = changeOf(damageOf(facts).change);
    const choice = prediction.kind === "choice" ? prediction.choice : "";
    const isRight = choice === truth;
    return {
      verdict: isRight ? "right" : choice === "none" ? "none" : "other",
      isRight,
      values: damageValues(facts),
      truth: { kind: "choice", choice: truth },
    };
  },
};

const LOSSES = ["lower", "same", "higher"] as const;

/** How the loss with a mask off stands to that with all masks. */
function lossOf(batch: BatchAccount | null): (typeof LOSSES)[number] {
  const [own, changed] = [batch?.masked.loss ?? 0, batch?.unmasked?.loss ?? 0];
  if (Math.abs(changed - own) <= 0.01 * own) return "same";
  return changed < own ? "lower" : "higher";
}

const loss: PredictStep<"loss", "right" | "lower" | "same" | "higher"> = {
  id: "loss",
  kind: "predict",
  scene: BATCH_IN_SIGHT,
  reason: { tab: "equation", operation: "output" },
  ask: ({ isTraining }) => (isTraining ? null : { kind: "choice", choices: LOSSES, ...NO_ROW }),
  values: () => ({}),
  act: without("loss"),
  judge: (facts, _, prediction) => {
    const truth = lossOf(facts.batch);
    const choice = prediction.kind === "choice" ? prediction.choice : "";
    const wrong = choice === "lower" ? "lower" : choice === "same" ? "same" : "higher";
    return {
      verdict: choice === truth ? "right" : wrong,
      isRight: choice === truth,
      values: damageValues(facts),
      truth: { kind: "choice", choice: truth },
    };
  },
};

const ASKED = ["nothing", "end", "start"] as const;

/** How often the loss of the tutorial asks for <sos> and for <eos>. */
function askedValues({ batch }: Facts): Values {
  if (!batch) return {};
  const { target, batchSize } = batch;
  return {
    empty: { count: target.cells - target.real },
    cells: { count: target.cells },
    ends: { count: batchSize },
  };
}

const sameNumber: PredictStep<"sameNumber", "right" | "nothing" | "end"> = {
  id: "sameNumber",
  kind: "predict",
  code: {
    printed: ["SOS_token = 0", "EOS_token = 1", "target_ids = np.zeros((n, MAX_LENGTH), dtype=np.int32)", "    target_ids[idx, :len(tgt_ids)] = tgt_ids", "criterion = nn.NLLLoss()"], // prettier-ignore
    right: ["PAD_token = 2", "target_ids = np.full((n, MAX_LENGTH), PAD_token, dtype=np.int32)", "criterion = nn.NLLLoss(ignore_index=PAD_token)"], // prettier-ignore
  },
  reason: { tab: "pytorch", operation: "output", note: "padLoss" },
  ask: ({ isTraining }) => (isTraining ? null : { kind: "choice", choices: ASKED, ...NO_ROW }),
  values: () => ({}),
  act: {
    calls: () => [["showCentre", "batch"], ["readBatch"]],
    isDone: ({ batch }, before) => batch !== null && batch !== before.batch,
  },
  judge: (facts, _, prediction) => {
    const truth = askedInEmptyPlace();
    const choice = prediction.kind === "choice" ? prediction.choice : "";
    return {
      verdict: choice === truth ? "right" : choice === "end" ? "end" : "nothing",
      isRight: choice === truth,
      values: askedValues(facts),
      truth: { kind: "choice", choice: truth },
    };
  },
};

const TWICE = 2;

const now: GoalStep<"now", "reached" | "small" | "lossMask"> = {
  id: "now",
  kind: "goal",
  scene: BATCH_IN_SIGHT,
  reason: null,
  isPossible: ({ trace }) => trace.shape.attention !== "none",
  check: (facts) => {
    const { batch } = facts;
    if (!batch?.unmasked) return null;
    const hasLossMask = !batch.unmasked.off.includes("loss");
    const isReached = hasLossMask && batch.unmasked.loss >= TWICE * batch.masked.loss;
    return {
      verdict: isReached ? "reached" : hasLossMask ? "small" : "lossMask",
      isRight: isReached,
      values: {
        ...damageValues(facts),
        times: { number: batch.unmasked.loss / batch.masked.loss, decimals: 1 },
      },
    };
  },
};

export const HOLES_IN_A_BATCH = [holes, after, states, loss, sameNumber, now] as const;
