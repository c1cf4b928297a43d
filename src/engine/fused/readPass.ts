/** Reads the numbers of a training step from its device. */
import { masksOf } from "../training/dropoutMasks";
import type { TrainingExample, WalkedStep } from "../training/learner";
import { tokenLosses } from "../training/tokenLosses";
import type { FusedModel } from "./model";
import { chooseInputs } from "./scheduledSampling";
import { forward, type LossAndGradient } from "./trainingPass";

/** The numbers of a step, without the states before and after it. */
type ReadPass = Omit<WalkedStep, "before" | "after">;

/**
 * Reads the loss and the gradient that train, and the inputs and logits of their pass. The pass runs once more for them,
 * on the same operations, weights and masks, because the peers of a team do not send theirs. Call inside `ops.scope`.
 */
export function readPass(
  model: FusedModel,
  { batch, truthFed, dropout }: TrainingExample,
  { loss, gradient }: LossAndGradient,
): Promise<ReadPass> {
  const { ops } = model;
  const inputs = chooseInputs(model, batch, truthFed, masksOf(dropout, "inputs"));
  const { logits } = forward(model, { batch, inputs, masks: masksOf(dropout, "loss") });
  return Promise.all([ops.read(loss), ops.read(gradient), ops.read(inputs), ops.read(logits)]).then(
    ([[value = Number.NaN], flat, ids, scores]) => ({
      loss: value,
      gradient: flat,
      inputs: byPair(ids, batch.size),
      tokenLosses: tokenLosses(scores, batch, "byPosition"),
    }),
  );
}

/** [T, B] -> [B, T], row-major */
function byPair(ids: Float32Array, B: number): Int32Array {
  const T = ids.length / B;
  return Int32Array.from(
    { length: ids.length },
    (_, i) => ids[(i % T) * B + Math.floor(i / T)] ?? 0,
  );
}
