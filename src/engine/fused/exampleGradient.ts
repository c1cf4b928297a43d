/** From what a step learns from to the gradient that it learns by. */
import { masksOf } from "../training/dropoutMasks";
import type { TrainingExample } from "../training/learner";
import type { FusedModel } from "./model";
import { type LossAndGradient, lossAndGradient } from "./pass";
import { chooseInputs } from "./rollOut";

/** Works out the loss of an example and its gradient. Called inside `ops.scope`, which ends what it gives. */
export type ExampleGradient = (model: FusedModel, example: TrainingExample) => LossAndGradient;

/** The whole example in one go, on this thread. */
export const gradientAlone: ExampleGradient = (model, { batch, truthFed, dropout }) => {
  const inputs = chooseInputs(model, batch, truthFed, masksOf(dropout, "inputs"));
  return lossAndGradient(model, { batch, inputs, masks: masksOf(dropout, "loss") });
};
