/** The whole network over a batch, with every decoder input known: what training differentiates. */
import { reshape, stack, type Tensor, tensor, unstack } from "@tensorflow/tfjs-core";
import type { Batch } from "../batch";
import { type Memory, prepareMemory } from "./attention";
import { attentionMask, sourceTensors, targetTensors } from "./batchTensors";
import {
  decoderStep,
  type DecoderWeights,
  decoderWeights,
  embedInputs,
  projectEmbeddings,
  readLogits,
} from "./decoder";
import { encode, type Encoded, type SourceBatch } from "./encoder";
import { crossEntropy } from "./loss";
import type { ModelShape } from "../modelShape";
import type { Weights } from "./weights";

/** What the encoder hands to the decoder. */
export interface Handover {
  readonly decoder: DecoderWeights;
  readonly encoded: Encoded; // its final state is the decoder's s_0
  readonly memory: Memory | null; // null without attention: the state is all there is
}

/** Runs the encoder and prepares the decoder. */
export function handOver(weights: Weights, shape: ModelShape, source: SourceBatch): Handover {
  const encoded = encode(weights, shape, source);
  const memory =
    shape.attention === "none"
      ? null
      : prepareMemory(weights, shape, encoded.states, attentionMask(source));
  return { decoder: decoderWeights(weights, shape), encoded, memory };
}

/**
 * Logits of every decoder step.
 * Embeddings and logits do not depend on the recurrence, so they are computed for all steps in one product each.
 * @param inputs decoder input ids, [B, T] row-major
 * @returns [B T, V], row-major over (pair, step)
 */
function sequenceLogits(
  weights: Weights,
  shape: ModelShape,
  batch: Batch,
  inputs: Int32Array,
): Tensor {
  const { size: B, targetLength: T } = batch;
  const { decoder, encoded, memory } = handOver(weights, shape, sourceTensors(batch));
  const embedded = embedInputs(decoder, tensor(inputs, [B * T], "int32")); //          [B T, E]
  const projected = reshape(projectEmbeddings(decoder, embedded), [B, T, 3 * shape.hiddenSize]);
  let state = encoded.final;
  const readouts = unstack(projected, 1).map((input) => {
    const step = decoderStep(decoder, input, state, memory);
    state = step.cell.state;
    return step.readout;
  }); //                                                                                T of [B, H]
  return readLogits(decoder, reshape(stack(readouts, 1), [B * T, shape.hiddenSize]));
}

/** Mean cross-entropy of a batch over its real target tokens, in nats; a scalar. */
export function batchLoss(
  weights: Weights,
  shape: ModelShape,
  batch: Batch,
  inputs: Int32Array,
): Tensor {
  const target = targetTensors(batch);
  return crossEntropy(sequenceLogits(weights, shape, batch, inputs), target.ids, target.mask);
}
