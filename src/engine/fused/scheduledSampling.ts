/** Scheduled sampling (Bengio et al. 2015): chooses decoder inputs, the truth or the model's own last answers. */
import type { Batch } from "../batch";
import type { DropoutMasks } from "../training/dropoutMasks";
import { type DecoderState, projectTokens, readLogits, startDecoder, stepDecoder } from "./decoder";
import { encode } from "./encoder";
import { tokenInput } from "./layerInput";
import { type Matrix, rowsOf } from "./matrix";
import { type FusedModel, openNetwork } from "./model";
import { byPosition, sourcePositions, tokenColumn } from "./positions";
import { layerMask } from "./teacherForcedSteps";

/**
 * Decoder inputs: the truth where `truthFed`, else the argmax of the previous step, which stays on the device. The
 * answers are computed with their own dropout masks.
 * @param truthFed [B, T] row-major; the first of each row is <sos>, which counts as the truth
 * @returns ids, [T B, 1]
 */
export function chooseInputs(
  model: FusedModel,
  batch: Batch,
  truthFed: readonly boolean[],
  masks: DropoutMasks,
): Matrix {
  const { ops } = model;
  const { size: B, targetLength: T } = batch;
  const truth = tokenColumn(ops, batch.targetIn, [B, T]);
  if (truthFed.every(Boolean)) return truth;
  const network = openNetwork(model);
  const encoded = encode(network, sourcePositions(ops, batch), masks);
  const { decoder, initial } = startDecoder(network, encoded);
  const isTruth = ops.matrix(byPosition(truthFed.map(Number), [B, T]), T * B, 1);
  let state: DecoderState = initial;
  let ids = rowsOf(truth, 0, B); // <sos>
  const inputs = [ids];
  for (let t = 0; t + 1 < T; t++) {
    const tokens = tokenInput(network, "decoder", ids, { masks, batch: B, length: 1 });
    const mask = layerMask(network, masks, { steps: 1, batch: B });
    const step = stepDecoder(decoder, { token: projectTokens(decoder, tokens), mask }, state);
    state = step.next;
    const answers = ops.argMax(readLogits(decoder, step.readout)); // [B, 1]
    const next = (t + 1) * B;
    ids = ops.select(rowsOf(isTruth, next, B), rowsOf(truth, next, B), answers);
    inputs.push(ids);
  }
  return ops.stack(inputs);
}
