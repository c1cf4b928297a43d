/** Greedy decoding on the fused operations: the same answers as decoding/greedy.ts, in one transfer. */
import type { Batch } from "../batch";
import { type Decoded, readRows } from "../decoding/greedy";
import { noMasks } from "../training/dropoutMasks";
import { SOS } from "../text/tokens";
import { type DecoderState, projectTokens, readLogits, startDecoder, stepDecoder } from "./decoder";
import { encode } from "./encoder";
import { tokenInput } from "./layerInput";
import type { Matrix } from "./matrix";
import { type FusedModel, openNetwork } from "./model";
import { sourcePositions } from "./positions";

/**
 * Decodes every source of the batch, fed its own answers. Call inside `ops.scope`, which ends before the answers arrive.
 * @param limit most decoder steps
 */
export async function decodeGreedily(
  model: FusedModel,
  batch: Batch,
  limit: number,
): Promise<Decoded[]> {
  const { ops, shape } = model;
  const B = batch.size;
  const network = openNetwork(model);
  const encoded = encode(network, sourcePositions(ops, batch), noMasks);
  const { decoder, initial } = startDecoder(network, encoded);
  let state: DecoderState = initial;
  let ids = ops.matrix(new Float32Array(B).fill(SOS), B, 1);
  const rows: Matrix[] = [];
  const weights: Matrix[] = []; // by step, [B, S] each
  for (let t = 0; t < limit; t++) {
    const tokens = tokenInput(network, "decoder", ids, { masks: noMasks, batch: B, length: 1 });
    const token = projectTokens(decoder, tokens);
    const step = stepDecoder(decoder, { token, mask: null }, state);
    state = step.next;
    ids = ops.argMax(readLogits(decoder, step.readout)); // [B, 1]
    rows.push(ids, step.attended ? ops.argMax(step.attended.weights) : ids);
    if (step.attended) weights.push(step.attended.weights);
  }
  const numbers = await ops.read(...rows, ...weights);
  const read = {
    steps: Int32Array.from(numbers.subarray(0, 2 * limit * B)), // answers, positions, answers, ...
    weights: shape.attention === "none" ? null : numbers.subarray(2 * limit * B),
  };
  return readRows(read, batch);
}
