/** The Transformer as a network: all positions of a target at once, or one after the other. */
import { mean, reshape, type Tensor, tensor, unstack } from "@tensorflow/tfjs-core";
import { sourceTensors } from "../batchTensors";
import { noDropout } from "../dropout";
import type { Network, Stepped, Stepper } from "../network";
import {
  type DecodedPositions,
  decodePositions,
  NO_PAST,
  openDecoder,
  type OpenDecoder,
  type Past,
} from "./decoder";
import { encodeSource } from "./encoder";

export const transformer: Network = {
  predict(weights, shape, { batch, inputs, dropout = noDropout }) {
    const { size: B, targetLength: T } = batch;
    const pieces = { weights, shape, dropout };
    const decoder = openDecoder(pieces, encodeSource(pieces, sourceTensors(batch)));
    const all = decodePositions(decoder, tensor(inputs, [B, T], "int32"), NO_PAST);
    return {
      logits: reshape(all.logits, [B * T, shape.targetTokens]),
      attentionWeights: unstack(meanOverHeads(all), 1),
    };
  },
  open(weights, shape, source, dropout = noDropout) {
    const pieces = { weights, shape, dropout };
    return stepperFrom(openDecoder(pieces, encodeSource(pieces, source)), NO_PAST);
  },
};

/** The decoder before its next position. */
function stepperFrom(decoder: OpenDecoder, past: Past): Stepper {
  return (ids): Stepped => {
    const [B = 0] = ids.shape;
    const step = decodePositions(decoder, reshape(ids, [B, 1]), past);
    const [weights] = unstack(meanOverHeads(step), 1);
    return {
      logits: reshape(step.logits, [B, -1]),
      weights: weights ?? null,
      next: stepperFrom(decoder, step.past),
    };
  };
}

/** Where the top layer looks in the source, on average over its heads. [B, n, S] */
export function meanOverHeads({ layers }: Pick<DecodedPositions, "layers">): Tensor {
  const top = layers.at(-1);
  if (!top) throw new Error("transformer: expected a layer, got none");
  return mean(top.cross.weights, 1);
}
