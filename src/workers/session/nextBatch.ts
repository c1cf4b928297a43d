/** The account of the batch that the next update of a run learns from. */
import type { BatchAccount } from "../../engine/results/batchAccount";
import { accountBatch } from "../../engine/training/accountBatch";
import { firstUpdate } from "../../engine/training/trainer";
import type { Command } from "../protocol";
import type { Run } from "../run/run";

type BatchCommand = Extract<Command, { readonly type: "batch" }>;

/**
 * A shipped model does not train: its batch is the first one of a fresh run with its settings.
 * @returns null for a model that was opened without its pairs
 */
export async function nextBatchOf(
  { model, trainer, config, heldOut }: Run,
  { rows, off }: BatchCommand,
): Promise<BatchAccount | null> {
  if (heldOut.length === 0) return null;
  const { task, shape, steps } = model;
  const drawn = trainer ? trainer.peek(config) : firstUpdate(task, config);
  const parameters = await model.predictor.readParameters(); // of this moment, too
  const accounted = accountBatch({ task, shape, parameters }, drawn, { rows, off });
  return { ...accounted, update: trainer ? steps + 1 : 1, trainedSteps: steps };
}
