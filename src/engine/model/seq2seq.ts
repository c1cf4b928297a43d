/** The recurrent network for a batch with known decoder inputs, as training differentiates it, and step by step. */
import { reshape, stack, type Tensor, tensor, unstack } from "@tensorflow/tfjs-core";
import type { ModelShape } from "../setup/modelShape";
import { type Attend, attendTo, type Memory, prepareScore } from "./attention";
import { attentionMask, sourceTensors } from "./batchTensors";
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
import type { Network, Pass, Predictions, Stepped } from "./network";
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

/**
 * Runs every decoder step of a batch.
 * Token projections and logits do not depend on the recurrence, so one product each computes them for all steps.
 */
function predict(
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

/** The recurrent network: the state of its decoder goes from step to step. */
export const recurrent: Network = {
  predict,
  open(weights, shape, source, dropout) {
    const { decoder, initial, attend } = handOver(weights, shape, source, dropout);
    const from =
      (state: DecoderState) =>
      (ids: Tensor): Stepped => {
        const step = decoderStep(decoder, projectTokens(decoder, ids), state, attend);
        return {
          logits: readLogits(decoder, step.readout),
          weights: step.attended?.weights ?? null,
          next: from(step.next),
        };
      };
    return from(initial);
  },
};
