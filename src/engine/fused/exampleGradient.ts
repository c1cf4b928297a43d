/** Computes the gradient of a training step from its example. */
import { masksOf } from "../training/dropoutMasks";
import type { TrainingExample } from "../training/learner";
import type { FusedModel } from "./model";
import { type LossAndGradient, lossAndGradient } from "./trainingPass";
import { chooseInputs } from "./scheduledSampling";

/** Computes the loss of an example and its gradient. Call inside `ops.scope`, which frees both. */
export type ExampleGradient = (model: FusedModel, example: TrainingExample) => LossAndGradient;

/** Computes the whole example on this thread. */
export const gradientAlone: ExampleGradient = (model, { batch, truthFed, dropout }) => {
  const inputs = chooseInputs(model, batch, truthFed, masksOf(dropout, "inputs"));
  return lossAndGradient(model, { batch, inputs, masks: masksOf(dropout, "loss") });
};
