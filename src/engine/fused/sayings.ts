/** What the model says at every step, fed the truth or its own last answers. */
import type { Batch } from "../batch";
import { noMasks } from "../training/dropoutMasks";
import type { FusedModel } from "./model";
import { chooseInputs } from "./scheduledSampling";
import { forward } from "./trainingPass";

/**
 * The answers (argmax) at every step. Call inside `ops.scope`, which ends before the answers arrive.
 * @param truthFed [B, T] row-major; the first of each row is <sos>, which counts as the truth
 * @returns ids, [B, T] row-major
 */
export async function sayings(
  model: FusedModel,
  batch: Batch,
  truthFed: readonly boolean[],
): Promise<Int32Array> {
  const { size: B, targetLength: T } = batch;
  const inputs = chooseInputs(model, batch, truthFed, noMasks);
  const { logits } = forward(model, { batch, inputs, masks: noMasks });
  const byStep = await model.ops.read(model.ops.argMax(logits)); // [T B]
  return Int32Array.from({ length: B * T }, (_, i) => byStep[(i % T) * B + Math.floor(i / T)] ?? 0);
}
