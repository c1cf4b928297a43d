/** The encoder: reads the source left to right and leaves one state per token. */
import {
  add,
  mul,
  reshape,
  slice,
  stack,
  sub,
  type Tensor,
  unstack,
  zeros,
} from "@tensorflow/tfjs-core";
import { gruStep, projectInput } from "./gru";
import { lookUp } from "./product";
import type { ModelShape } from "../modelShape";
import { type Weights, weight } from "./weights";

/** A batch of sources as tensors, made by `sourceTensors`. */
export interface SourceBatch {
  readonly ids: Tensor; //  [B, S] int32, padded with <pad>
  readonly mask: Tensor; // [B, S] 1 on real tokens, 0 on padding
  /** Length of the shortest source: up to it no state needs masking. */
  readonly shortest: number;
}

export interface Encoded {
  readonly embeddings: Tensor; // [B, S, E]
  readonly states: Tensor; //     [B, S, H]; on padding the last real state
  readonly final: Tensor; //      [B, H], the state at each source's own last token
}

/** Runs the encoder. Padding never changes a state, as with PyTorch's packed sequences. */
export function encode(weights: Weights, shape: ModelShape, source: SourceBatch): Encoded {
  const [batch, length] = source.ids.shape as [number, number];
  const { embeddingSize: E, hiddenSize: H } = shape;
  const embedded = lookUp(reshape(source.ids, [-1]), weight(weights, "encoder.embedding.weight")); // [B S, E]
  const projected = projectInput(
    weights,
    "encoder",
    embedded,
    weight(weights, "encoder.gru.weight_ih_l0"),
  );
  const inputs = unstack(reshape(projected, [batch, length, 3 * H]), 1); // S of [B, 3H]
  const states: Tensor[] = [];
  let state: Tensor = zeros([batch, H]); // h_0 = 0
  inputs.forEach((input, s) => {
    const next = gruStep(weights, "encoder", input, state).state; // [B, H]
    state =
      s < source.shortest
        ? next
        : keepOnPadding(state, next, slice(source.mask, [0, s], [batch, 1]));
    states.push(state);
  });
  return {
    embeddings: reshape(embedded, [batch, length, E]),
    states: stack(states, 1),
    final: state,
  };
}

/** The new state on real tokens, the old one on padding. mask [B, 1] */
function keepOnPadding(old: Tensor, next: Tensor, mask: Tensor): Tensor {
  return add(old, mul(mask, sub(next, old)));
}
