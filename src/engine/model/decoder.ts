/** The decoder: one step of cell and attention, in Bahdanau's order or in Luong's. */
import { add, concat, slice, type Tensor, tanh } from "@tensorflow/tfjs-core";
import { type Attended, attend, type Memory } from "./attention";
import { type GruStep, gruStep, projectInput } from "./gru";
import { lookUp, product } from "./product";
import { contextEntersCell, type ModelShape } from "../modelShape";
import { type Weights, weight } from "./weights";

export interface DecoderStepTensors {
  readonly query: Tensor | null; //       q [B, H]
  readonly attended: Attended | null;
  readonly cell: GruStep;
  readonly attentional: Tensor | null; // h~ [B, H]
  /** What the logits are read from: h~ in Luong timing, else the state. [B, H] */
  readonly readout: Tensor;
}

/** The weights of a decoding pass, with the cell's input matrix cut into its two blocks once. */
export interface DecoderWeights {
  readonly weights: Weights;
  readonly shape: ModelShape;
  readonly fromEmbedding: Tensor; //      [E, 3H] rows of W_ih that meet the embedding
  readonly fromContext: Tensor | null; // [H, 3H] rows that meet the context; [x; c] W = x W_x + c W_c
}

export function decoderWeights(weights: Weights, shape: ModelShape): DecoderWeights {
  const { embeddingSize: E, hiddenSize: H } = shape;
  const wIh = weight(weights, "decoder.gru.weight_ih_l0");
  if (!contextEntersCell(shape)) return { weights, shape, fromEmbedding: wIh, fromContext: null };
  const fromEmbedding = slice(wIh, [0, 0], [E, 3 * H]);
  return { weights, shape, fromEmbedding, fromContext: slice(wIh, [E, 0], [H, 3 * H]) };
}

/** Embeddings of input tokens. ids [N] -> [N, E] */
export function embedInputs({ weights }: DecoderWeights, ids: Tensor): Tensor {
  return lookUp(ids, weight(weights, "decoder.embedding.weight"));
}

/** The embeddings' share of the cell's input. [N, E] -> [N, 3H] */
export function projectEmbeddings(decoder: DecoderWeights, embeddings: Tensor): Tensor {
  return projectInput(decoder.weights, "decoder", embeddings, decoder.fromEmbedding);
}

/**
 * One decoder step.
 * @param input the projected embedding of the input token, [B, 3H]
 * @param state s(t-1), [B, H]
 * @param memory null without attention
 */
export function decoderStep(
  decoder: DecoderWeights,
  input: Tensor,
  state: Tensor,
  memory: Memory | null,
): DecoderStepTensors {
  if (!memory) return plainStep(decoder, input, state);
  return decoder.fromContext
    ? bahdanauStep(decoder, input, state, { ...memory, fromContext: decoder.fromContext })
    : luongStep(decoder, input, state, memory);
}

/** Sutskever et al. 2014: the source is known only through the state. */
function plainStep({ weights }: DecoderWeights, input: Tensor, state: Tensor): DecoderStepTensors {
  const cell = gruStep(weights, "decoder", input, state); // s(t) = GRU(y(t-1), s(t-1))
  return { query: null, attended: null, cell, attentional: null, readout: cell.state };
}

/** Bahdanau et al. 2015: look with s(t-1), then update the state with what was found. */
function bahdanauStep(
  { weights, shape }: DecoderWeights,
  input: Tensor,
  state: Tensor,
  memory: Memory & { readonly fromContext: Tensor },
): DecoderStepTensors {
  const attended = attend(weights, shape.attention, state, memory); //        c(t) from q = s(t-1)
  const joined = add(input, product(attended.context, memory.fromContext)); // [y(t-1); c(t)] W
  const cell = gruStep(weights, "decoder", joined, state); //                  s(t) = GRU([y(t-1); c(t)], s(t-1))
  return { query: state, attended, cell, attentional: null, readout: cell.state };
}

/** Luong et al. 2015: update the state, then look with h(t) and combine. */
function luongStep(
  { weights, shape }: DecoderWeights,
  input: Tensor,
  state: Tensor,
  memory: Memory,
): DecoderStepTensors {
  const cell = gruStep(weights, "decoder", input, state); //                        h(t) = GRU(y(t-1), h(t-1))
  const attended = attend(weights, shape.attention, cell.state, memory); //         c(t) from q = h(t)
  const both = concat([attended.context, cell.state], 1); //                        [c(t); h(t)]  [B, 2H]
  const attentional = tanh(product(both, weight(weights, "decoder.attentional.weight"))); // h~(t)  [B, H]
  return { query: cell.state, attended, cell, attentional, readout: attentional };
}

/** Scores of every target token. readout [N, H] -> logits [N, V] */
export function readLogits({ weights }: DecoderWeights, readout: Tensor): Tensor {
  return add(
    product(readout, weight(weights, "decoder.out.weight")),
    weight(weights, "decoder.out.bias"),
  );
}
