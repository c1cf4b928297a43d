/** The decoder: one step of cells and attention, in Bahdanau's order or in Luong's. */
import { add, concat, slice, type Tensor, tanh, zeros } from "@tensorflow/tfjs-core";
import type { CellStep, LayerState } from "../cells/cell";
import {
  contextEntersCell,
  decoderLayersOf,
  feedsInput,
  keySize,
  type ModelShape,
  tokenSize,
} from "../setup/modelShape";
import type { Attend, Attended } from "./attention";
import { cellStep, type CellWeights, cellWeights, projectInput } from "./cell";
import type { Dropout } from "./dropout";
import { product } from "./product";
import { tokenProjection } from "./tokenInput";
import { type Weights, weight } from "./weights";

/** The state that one step passes to the next. */
export interface DecoderState {
  readonly layers: readonly LayerState[]; // bottom first
  readonly attentional: Tensor | null; //    h~ [B, H], with input feeding
}

export interface DecoderStepTensors {
  readonly query: Tensor | null; //       q [B, H]
  readonly attended: Attended | null;
  readonly cells: readonly CellStep[]; // bottom first
  readonly attentional: Tensor | null; // h~ [B, H]
  /** The input of the output layer: h~ in Luong timing, else the top layer's state. [B, H] */
  readonly readout: Tensor;
  readonly next: DecoderState;
}

/** The weights of a decoding pass. The first layer's input matrix is cut into blocks once: [x; c] W = x W_x + c W_c. */
export interface DecoderWeights {
  readonly weights: Weights;
  readonly shape: ModelShape;
  readonly dropout: Dropout;
  readonly cells: readonly [CellWeights, ...CellWeights[]]; // bottom first
  readonly fromTokens: Tensor; //              [X, GH] rows of W_ih for the token
  readonly fromContext: Tensor | null; //     [K, GH] rows for the context (Bahdanau timing)
  readonly fromAttentional: Tensor | null; // [H, GH] rows for h~(t-1) (input feeding)
}

export function decoderWeights(
  weights: Weights,
  shape: ModelShape,
  dropout: Dropout,
): DecoderWeights {
  const first = cellWeights(weights, shape, "decoder", "l0");
  const upper = decoderLayersOf(shape) === 2 ? [cellWeights(weights, shape, "decoder", "l1")] : [];
  const X = tokenSize(shape, "decoder");
  const columns = first.inputWeight.shape[1] ?? 0;
  const rows = (from: number, count: number): Tensor =>
    slice(first.inputWeight, [from, 0], [count, columns]);
  return {
    weights,
    shape,
    dropout,
    cells: [first, ...upper],
    fromTokens: rows(0, X),
    fromContext: contextEntersCell(shape) ? rows(X, keySize(shape)) : null,
    fromAttentional: feedsInput(shape) ? rows(X, shape.hiddenSize) : null,
  };
}

/** The state before the first step. */
export function initialState(
  { shape }: DecoderWeights,
  layers: readonly LayerState[],
): DecoderState {
  const batch = layers[0]?.h.shape[0] ?? 0;
  return { layers, attentional: feedsInput(shape) ? zeros([batch, shape.hiddenSize]) : null };
}

/** The tokens' part of the first layer's projected input. ids [N] int32 -> [N, GH] */
export function projectTokens(decoder: DecoderWeights, ids: Tensor): Tensor {
  const project = tokenProjection(decoder, "decoder", ids);
  return project(decoder.fromTokens, decoder.cells[0].inputBias);
}

/**
 * One decoder step.
 * @param input the projected input token, [B, GH]
 * @param attend null without attention
 */
export function decoderStep(
  decoder: DecoderWeights,
  input: Tensor,
  state: DecoderState,
  attend: Attend | null,
): DecoderStepTensors {
  if (!attend) return plainStep(decoder, input, state);
  return decoder.fromContext
    ? bahdanauStep(decoder, input, state, { attend, fromContext: decoder.fromContext })
    : luongStep(decoder, input, state, attend);
}

/** Sutskever et al. 2014: only the initial state carries the source. */
function plainStep(
  decoder: DecoderWeights,
  input: Tensor,
  state: DecoderState,
): DecoderStepTensors {
  const cells = stepCells(decoder, input, state.layers); // s(t) = cell(y(t-1), s(t-1))
  const nothing = { query: null, attended: null, attentional: null };
  return { ...nothing, cells, readout: topState(cells), next: after(cells, null) };
}

/** Bahdanau et al. 2015: attend with s(t-1), then update the state with the context. */
function bahdanauStep(
  decoder: DecoderWeights,
  input: Tensor,
  state: DecoderState,
  { attend, fromContext }: { readonly attend: Attend; readonly fromContext: Tensor },
): DecoderStepTensors {
  const query = state.layers.at(-1)?.h as Tensor; //                           q(t) = s(t-1)  [B, H]
  const attended = attend(query); //                                           c(t)           [B, K]
  const joined = add(input, product(attended.context, fromContext)); //        [y(t-1); c(t)] W
  const cells = stepCells(decoder, joined, state.layers); //                   s(t) = cell([y(t-1); c(t)], s(t-1))
  const readout = topState(cells);
  return { query, attended, cells, attentional: null, readout, next: after(cells, null) };
}

/** Luong et al. 2015: update the state, then attend with h(t) and combine. */
function luongStep(
  decoder: DecoderWeights,
  input: Tensor,
  state: DecoderState,
  attend: Attend,
): DecoderStepTensors {
  const { fromAttentional, weights } = decoder;
  const joined =
    fromAttentional && state.attentional
      ? add(input, product(state.attentional, fromAttentional)) // [y(t-1); h~(t-1)] W
      : input;
  const cells = stepCells(decoder, joined, state.layers); //        h(t) = cell(y(t-1), h(t-1))
  const query = topState(cells); //                                 q(t) = h(t)              [B, H]
  const attended = attend(query); //                                c(t)                     [B, K]
  const both = concat([attended.context, query], 1); //             [c(t); h(t)]             [B, K + H]
  const attentional = tanh(product(both, weight(weights, "decoder.attentional.weight"))); // h~(t)  [B, H]
  const next = after(cells, fromAttentional && attentional);
  return { query, attended, cells, attentional, readout: attentional, next };
}

/** One step of every layer; the input of an upper layer is the new state of the layer below. input [B, GH] */
function stepCells(
  { cells, dropout }: DecoderWeights,
  input: Tensor,
  states: readonly LayerState[],
): CellStep[] {
  const steps: CellStep[] = [];
  cells.forEach((cell, l) => {
    const below = steps.at(-1)?.state.h;
    const read = below ? projectInput(cell, dropout("decoder.layers", below)) : input;
    steps.push(cellStep(cell, read, states[l] as LayerState));
  });
  return steps;
}

function topState(cells: readonly CellStep[]): Tensor {
  return cells.at(-1)?.state.h as Tensor;
}

function after(cells: readonly CellStep[], attentional: Tensor | null): DecoderState {
  return { layers: cells.map(({ state }) => state), attentional };
}

/** The output layer. readout [N, H] -> logits [N, V] */
export function readLogits({ weights }: DecoderWeights, readout: Tensor): Tensor {
  return add(
    product(readout, weight(weights, "decoder.out.weight")),
    weight(weights, "decoder.out.bias"),
  );
}
