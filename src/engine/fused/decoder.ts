/** The decoder: one step of cells and attention, in Bahdanau's order or in Luong's. */
import {
  contextEntersCell,
  decoderLayersOf,
  feedsInput,
  hasAttentionalState,
  keySize,
  tokenSize,
} from "../setup/modelShape";
import { type Attended, type Attention, attend, attendAll, prepareAttention } from "./attention";
import { type Cell, cellOf, type CellStep, stepCell } from "./cell";
import type { Encoded } from "./encoder";
import { type LayerInput, project } from "./layerInput";
import { type Matrix, rowsOf } from "./matrix";
import { type Network, weight } from "./model";
import type { CellState } from "./ops";

/** The decoder for one source. Matrices for concatenated inputs are cut into blocks: [x; c] W = x W_x + c W_c. */
export interface Decoder {
  readonly network: Network;
  readonly cells: readonly [Cell, ...Cell[]]; // bottom first
  readonly attention: Attention | null;
  readonly fromTokens: Matrix; //              [X, GH] rows of W_ih for the token
  readonly fromContext: Matrix | null; //      [K, GH] rows for the context (Bahdanau timing)
  readonly fromAttentional: Matrix | null; //  [H, GH] rows for h~(t-1) (input feeding)
  readonly combined: Combined | null; //       in Luong timing
}

/** The blocks of Wc in h~ = tanh(Wc [c; h]). */
interface Combined {
  readonly ofContext: Matrix; // [K, H]
  readonly ofState: Matrix; //   [H, H]
}

/** The state that one step passes to the next. */
export interface DecoderState {
  readonly layers: readonly CellState[]; //   bottom first
  readonly attentional: Matrix | null; //     h~ [B, H], with input feeding
}

/** One step, with what its gradient needs. */
export interface DecoderStep {
  readonly attended: Attended | null;
  readonly cells: readonly CellStep[]; //   bottom first
  readonly attentional: Matrix | null; //   h~ [B, H], in Luong timing
  /** The input of the output layer: h~ in Luong timing, else the top layer's state. [B, H] */
  readonly readout: Matrix;
  readonly next: DecoderState;
}

/** What the encoder passes to the decoder. */
export interface Handover {
  readonly initial: readonly CellState[]; // s(0) of each layer  [B, H]
  readonly values: Matrix; //                what attention reads  [S B, K]
  readonly mask: Matrix; //                  1 on real tokens  [B, S]
}

/** The decoder for an encoded source, and its initial state. */
export function startDecoder(network: Network, { source, bridge, values }: Encoded): Started {
  return openDecoder(network, { initial: bridge.initial, values, mask: source.byPair });
}

interface Started {
  readonly decoder: Decoder;
  readonly initial: DecoderState;
}

/** The decoder for a handover, and its initial state. */
export function openDecoder(network: Network, { initial, values, mask }: Handover): Started {
  const { ops, shape } = network;
  const cells = [cellOf(network, "decoder", "l0")] as [Cell, ...Cell[]];
  for (let l = 1; l < decoderLayersOf(shape); l++) cells.push(cellOf(network, "decoder", `l${l}`));
  const { inputWeight } = cells[0];
  const [X, K, H] = [tokenSize(shape, "decoder"), keySize(shape), shape.hiddenSize];
  const decoder: Decoder = {
    network,
    cells,
    attention: prepareAttention(network, values, mask),
    fromTokens: rowsOf(inputWeight, 0, X),
    fromContext: contextEntersCell(shape) ? rowsOf(inputWeight, X, K) : null,
    fromAttentional: feedsInput(shape) ? rowsOf(inputWeight, X, H) : null,
    combined: hasAttentionalState(shape) ? combinedBlocks(network) : null,
  };
  const attentional = decoder.fromAttentional && ops.zeros(mask.rows, H);
  return { decoder, initial: { layers: initial, attentional } };
}

function combinedBlocks(network: Network): Combined {
  const w = weight(network, "decoder.attentional.weight"); // [K + H, H]
  const K = keySize(network.shape);
  return { ofContext: rowsOf(w, 0, K), ofState: rowsOf(w, K, w.rows - K) };
}

/** The tokens' part of the first layer's projected input: x W_x + b_ih. -> [N, GH] */
export function projectTokens({ network, cells, fromTokens }: Decoder, tokens: LayerInput): Matrix {
  return project(network.ops, tokens, fromTokens, cells[0].inputBias);
}

/** The input of one step, beside the state. */
export interface StepInput {
  readonly token: Matrix; //        the projected input token  [B, GH]
  readonly mask: Matrix | null; //  factors of the dropout between the layers  [B, H]
  readonly inner?: Matrix | undefined; // keeps the score's inner vectors for the gradient  [S B, H]
}

/** One decoder step. */
export function stepDecoder(decoder: Decoder, x: StepInput, state: DecoderState): DecoderStep {
  const { attention, fromContext, combined } = decoder;
  if (attention && fromContext)
    return bahdanauStep({ ...decoder, attention, fromContext }, x, state);
  if (attention && combined) return luongStep({ ...decoder, attention, combined }, x, state);
  return stepWithoutAttention(decoder, x, state);
}

/** A step without attention (Sutskever et al. 2014). s(t) = cell(y(t-1), s(t-1)) */
export function stepWithoutAttention(
  decoder: Decoder,
  x: StepInput,
  state: DecoderState,
): DecoderStep {
  const cells = stepCells(decoder, x, state.layers);
  const next = { layers: statesAfter(cells), attentional: null };
  return { attended: null, cells, attentional: null, readout: topState(next.layers), next };
}

/** A decoder that has these parts. */
export type With<K extends keyof Decoder> = Decoder & {
  readonly [P in K]: NonNullable<Decoder[P]>;
};

/** Bahdanau et al. 2015: attend with s(t-1), then update the state with the context. */
function bahdanauStep(
  decoder: With<"attention" | "fromContext">,
  { token, mask, inner }: StepInput,
  state: DecoderState,
): DecoderStep {
  const { ops } = decoder.network;
  const attended = attend(ops, decoder.attention, topState(state.layers), inner); // c(t), with q(t) = s(t-1)
  const joined = ops.product(attended.context, decoder.fromContext, token); //        [y(t-1); c(t)] W
  const cells = stepCells(decoder, { token: joined, mask }, state.layers); //      s(t) = cell([y(t-1); c(t)], s(t-1))
  const next = { layers: statesAfter(cells), attentional: null };
  return { attended, cells, attentional: null, readout: topState(next.layers), next };
}

/** Luong et al. 2015: update the state, then attend with h(t) and combine. */
function luongStep(
  decoder: With<"attention" | "combined">,
  { token, mask, inner }: StepInput,
  state: DecoderState,
): DecoderStep {
  const { network, fromAttentional } = decoder;
  const { ops } = network;
  const joined =
    fromAttentional && state.attentional
      ? ops.product(state.attentional, fromAttentional, token) //                  [y(t-1); h~(t-1)] W
      : token;
  const cells = stepCells(decoder, { token: joined, mask }, state.layers); //      h(t) = cell(y(t-1), h(t-1))
  const layers = statesAfter(cells);
  const { attended, attentional } = attendAndCombine(decoder, topState(layers), inner);
  const next = { layers, attentional: fromAttentional && attentional };
  return { attended: attended[0] as Attended, cells, attentional, readout: attentional, next };
}

/**
 * The decoder if it can attend after all states are known, else null. In Luong timing without input feeding no context
 * enters a later step, so all steps attend and combine at once.
 */
export function attendsLate(decoder: Decoder): With<"attention" | "combined"> | null {
  const { attention, combined, fromAttentional } = decoder;
  return attention && combined && !fromAttentional ? { ...decoder, attention, combined } : null;
}

/** Attention and h~ of one or several steps of Luong's decoder. */
export interface AttendedAndCombined {
  readonly attended: readonly Attended[];
  readonly contexts: Matrix; //    [n B, K]
  readonly attentional: Matrix; // h~ [n B, H]
}

/** Attends with the states h and combines, for one step or several. states [n B, H], inner [n S B, H] */
export function attendAndCombine(
  { network, attention, combined }: With<"attention" | "combined">,
  states: Matrix,
  inner: Matrix | null | undefined,
): AttendedAndCombined {
  const { ops } = network;
  const attended = attendAll(ops, attention, states, inner); //                    c(t), with q(t) = h(t)
  const [first, ...others] = attended.map(({ context }) => context) as [Matrix, ...Matrix[]];
  const contexts = others.length > 0 ? ops.stack([first, ...others]) : first;
  const ofState = ops.product(states, combined.ofState);
  const attentional = ops.tanh(ops.product(contexts, combined.ofContext, ofState)); // h~(t) = tanh(Wc [c(t); h(t)])
  return { attended, contexts, attentional };
}

/** One step of every layer; the input of an upper layer is the new state of the layer below. */
function stepCells(
  { network, cells }: Decoder,
  { token, mask }: StepInput,
  states: readonly CellState[],
): CellStep[] {
  const { ops } = network;
  const steps: CellStep[] = [];
  cells.forEach((cell, l) => {
    const below = steps.at(-1)?.after.h;
    const read = below && mask ? ops.multiply(below, mask) : below;
    const input = read ? ops.product(read, cell.inputWeight, cell.inputBias) : token;
    steps.push(stepCell(network, cell, { input, before: states[l] as CellState, mask: null }));
  });
  return steps;
}

function statesAfter(cells: readonly CellStep[]): CellState[] {
  return cells.map(({ after }) => after);
}

function topState(layers: readonly CellState[]): Matrix {
  return (layers.at(-1) as CellState).h;
}

/** The output layer. readout [N, H] -> logits [N, V] */
export function readLogits({ network }: Decoder, readout: Matrix): Matrix {
  const w = weight(network, "decoder.out.weight");
  return network.ops.product(readout, w, weight(network, "decoder.out.bias"));
}
