/** The whole network for a batch with known decoder inputs, as training differentiates it. */
import { reshape, stack, type Tensor, tensor, unstack } from "@tensorflow/tfjs-core";
import type { Batch } from "../batch";
import type { ModelShape } from "../setup/modelShape";
import { type Attend, attendTo, type Memory, prepareScore } from "./attention";
import { attentionMask, sourceTensors, targetTensors } from "./batchTensors";
import {
  type DecoderState,
  decoderStep,
  type DecoderWeights,
  decoderWeights,
  initialState,
  projectTokens,
  readLogits,
} from "./decoder";
import { type Dropout, noDropout } from "./dropout";
import { encode, type Encoded, type SourceBatch } from "./encoder";
import { crossEntropy } from "./loss";
import type { Weights } from "./weights";

/** What the encoder passes to the decoder. */
export interface Handover {
  readonly decoder: DecoderWeights;
  readonly encoded: Encoded;
  readonly initial: DecoderState; // s(0)
  readonly memory: Memory | null; // null without attention
  readonly attend: Attend | null; // the textbook's attention to it
}

/** Runs the encoder and prepares the decoder. */
export function handOver(
  weights: Weights,
  shape: ModelShape,
  source: SourceBatch,
  dropout: Dropout = noDropout,
): Handover {
  const encoded = encode(weights, shape, source, dropout);
  const decoder = decoderWeights(weights, shape, dropout);
  const initial = initialState(decoder, encoded.initial);
  if (shape.attention === "none") return { decoder, encoded, initial, memory: null, attend: null };
  const values = encoded.layers.at(-1) as Tensor; // [B, S, K]
  const score = prepareScore(weights, shape, values);
  const memory = { score, values, mask: attentionMask(source) };
  return { decoder, encoded, initial, memory, attend: attendTo(memory) };
}

/** The data of a pass over a batch. */
export interface Pass {
  readonly batch: Batch;
  readonly inputs: Int32Array; // decoder input ids, [B, T] row-major
  readonly dropout?: Dropout; //  undefined: no dropout
}

/** The decoder's outputs for known inputs. */
export interface Predictions {
  readonly logits: Tensor; //                      [B T, V], row-major over (pair, step)
  readonly attentionWeights: readonly Tensor[]; // T of [B, S]; empty without attention
}

/**
 * Runs every decoder step of a batch.
 * Token projections and logits do not depend on the recurrence, so one product each computes them for all steps.
 */
export function predict(
  weights: Weights,
  shape: ModelShape,
  { batch, inputs, dropout }: Pass,
): Predictions {
  const { size: B, targetLength: T } = batch;
  const { decoder, initial, attend } = handOver(weights, shape, sourceTensors(batch), dropout);
  const projected = projectTokens(decoder, tensor(inputs, [B * T], "int32")); //     [B T, GH]
  let state = initial;
  const steps = unstack(reshape(projected, [B, T, -1]), 1).map((input) => {
    const step = decoderStep(decoder, input, state, attend);
    state = step.next;
    return step;
  });
  const readouts = stack(
    steps.map(({ readout }) => readout),
    1,
  ); //                                                                              [B, T, H]
  return {
    logits: readLogits(decoder, reshape(readouts, [B * T, shape.hiddenSize])),
    attentionWeights: steps.flatMap(({ attended }) => (attended ? [attended.weights] : [])),
  };
}

/** Mean cross-entropy of a batch over its real target tokens, in nats; a scalar. */
export function batchLoss(weights: Weights, shape: ModelShape, pass: Pass): Tensor {
  const target = targetTensors(pass.batch);
  return crossEntropy(predict(weights, shape, pass).logits, target.ids, target.mask);
}
