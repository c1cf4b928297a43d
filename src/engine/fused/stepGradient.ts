/** The gradient of one decoder step in Bahdanau's or Luong's order: decoder.ts backwards. */
import { keySize, tokenSize } from "../setup/modelShape";
import type { QueryGradient } from "../scores/score";
import { type Attended, type AttendedGradient, attendGradient } from "./attention";
import { stateGradient } from "./cell";
import type { Decoder, DecoderStep } from "./decoder";
import { columnsOf, type Matrix, rowsOf } from "./matrix";
import { weight } from "./model";
import type { CellGradient, CellState } from "./ops";

/** A decoder with its matrices transposed, once for all steps. */
export interface Reverse {
  readonly decoder: Decoder;
  readonly toStates: readonly Matrix[]; //       W_hh' of each layer  [GH, H]
  readonly toInputs: readonly Matrix[]; //       W_ih' of each layer  [GH, I]
  readonly toQuery: QueryGradient | null;
  readonly toContext: Matrix | null; //          [GH, K] in Bahdanau timing, [H, K] in Luong's
  readonly toAttentional: Matrix | null; //      [GH, H] with input feeding
  readonly toCombinedState: Matrix | null; //    [H, H] in Luong timing
}

/** Transposes a decoder's matrices for the backward pass. */
export function reverse(decoder: Decoder): Reverse {
  const { network, cells, attention, fromContext, fromAttentional, combined } = decoder;
  const { ops, shape } = network;
  const [X, K, H] = [tokenSize(shape, "decoder"), keySize(shape), shape.hiddenSize];
  const toInputs = cells.map(({ inputWeight }) => ops.transpose(inputWeight));
  const toFirst = toInputs[0] as Matrix;
  const toCombined = combined && ops.transpose(weight(network, "decoder.attentional.weight")); // [H, K + H]
  return {
    decoder,
    toStates: cells.map(({ stateWeight }) => ops.transpose(stateWeight)),
    toInputs,
    toQuery: attention && attention.score.gradient.ofProjection(),
    toContext: fromContext ? columnsOf(toFirst, X, K) : toCombined && columnsOf(toCombined, 0, K),
    toAttentional: fromAttentional && columnsOf(toFirst, X, H),
    toCombinedState: toCombined && columnsOf(toCombined, K, H),
  };
}

/** The whole gradients that a step receives, its readout's among them; null: there is none. */
export interface Carried {
  readonly layers: readonly (CellState | null)[];
  readonly attentional: Matrix | null; // of h~, in Luong timing
}

/** The gradients of one step, from which the weights' gradients are summed over time. */
export interface StepGradient {
  readonly cells: readonly CellGradient[]; // bottom first
  readonly dAttended: AttendedGradient | null;
  readonly dCombined: Matrix | null; //       of Wc [c; h], in Luong timing  [B, H]
  readonly carried: Carried; //               for the previous step
}

/** A step and the gradients that it receives. */
export interface StepBack {
  readonly step: DecoderStep;
  readonly mask: Matrix | null; // dropout between the layers  [B, H]
  readonly dBefore: Matrix | null; // of the previous step's readout; null at the first step  [B, H]
  readonly later: Carried;
}

/** Backpropagates through one step: its cells, its attention, and the gradients for the previous step. */
export function stepGradient(reversed: Reverse, back: StepBack): StepGradient {
  const { attended, attentional } = back.step;
  if (!attended) return plainGradient(reversed, back);
  return attentional
    ? luongGradient(reversed, back, attentional)
    : bahdanauGradient(reversed, back);
}

function plainGradient(reversed: Reverse, back: StepBack): StepGradient {
  const { cells, before } = cellsGradient(reversed, back, topOf(back.later), back.dBefore);
  return {
    cells,
    dAttended: null,
    dCombined: null,
    carried: { layers: before, attentional: null },
  };
}

/** In Bahdanau's order c(t) is an input of the first cell, and the query is the previous state. */
function bahdanauGradient(reversed: Reverse, back: StepBack): StepGradient {
  const { attention, network } = reversed.decoder;
  const { ops } = network;
  const { cells, before } = cellsGradient(reversed, back, topOf(back.later), null);
  const dFirst = (cells[0] as CellGradient).dInput;
  const dContext = ops.product(dFirst, given(reversed.toContext)); //                 [B, K]
  const dAttended = attendGradient(ops, given(attention), given(back.step.attended), dContext);
  const top = given(before.at(-1));
  const dQuery = given(reversed.toQuery)(dAttended.dQuery, top.h, back.dBefore); //   ds(t-1), complete
  const layers = [...before.slice(0, -1), { h: dQuery, c: top.c }];
  return { cells, dAttended, dCombined: null, carried: { layers, attentional: null } };
}

/** In Luong's order h~(t) gives the logits, and with input feeding it is an input of the next step. */
function luongGradient(reversed: Reverse, back: StepBack, attentional: Matrix): StepGradient {
  const { ops } = reversed.decoder.network;
  const { dAttended, dCombined, dStates } = combinedGradient(reversed, {
    attended: [given(back.step.attended)],
    attentional,
    dAttentional: given(back.later.attentional),
    later: back.later.layers.at(-1)?.h ?? null,
  });
  const { cells, before } = cellsGradient(reversed, back, dStates, null);
  const dFirst = (cells[0] as CellGradient).dInput;
  const dBefore = back.dBefore ?? undefined;
  const fed = ops.product(dFirst, given(reversed.toAttentional), dBefore); //          dh~(t-1)
  const carried = { layers: before, attentional: fed };
  return { cells, dAttended: given(dAttended[0]), dCombined, carried };
}

/** Attention and h~ of one step or several, with the gradients that they receive. */
export interface CombinedBack {
  readonly attended: readonly Attended[]; // n of them
  readonly attentional: Matrix; //        h~  [n B, H]
  readonly dAttentional: Matrix; //           [n B, H]
  readonly later: Matrix | null; //       the states' gradient from later steps  [n B, H]
}

/** From h~ = tanh(Wc [c; h]) through attention to the states, which are the queries. */
export function combinedGradient(
  { decoder, toContext, toCombinedState, toQuery }: Reverse,
  { attended, attentional, dAttentional, later }: CombinedBack,
): {
  readonly dAttended: AttendedGradient[];
  readonly dCombined: Matrix;
  readonly dStates: Matrix;
} {
  const { ops } = decoder.network;
  const attention = given(decoder.attention);
  const B = attention.mask.rows;
  const dCombined = ops.tanhGradient(attentional, dAttentional); //                    of Wc [c; h]  [n B, H]
  const dContexts = ops.product(dCombined, given(toContext)); //                       [n B, K]
  const dDirect = ops.product(dCombined, given(toCombinedState), later ?? undefined); // [n B, H]
  const dAttended = attended.map((each, t) =>
    attendGradient(ops, attention, each, rowsOf(dContexts, t * B, B)),
  );
  const [first, ...others] = dAttended.map(({ dQuery }) => dQuery) as [Matrix, ...Matrix[]];
  const dQueries = others.length > 0 ? ops.stack([first, ...others]) : first;
  return { dAttended, dCombined, dStates: given(toQuery)(dQueries, dDirect, null) };
}

/**
 * Backpropagates through every layer, top to bottom.
 * @param dTop the whole gradient of the top layer's new h
 * @param dBefore of the top layer's previous h, to be added
 * @returns the gradients of the cells and of their previous states
 */
function cellsGradient(
  { decoder, toStates, toInputs }: Reverse,
  { step, mask, later }: StepBack,
  dTop: Matrix,
  dBefore: Matrix | null,
): { readonly cells: CellGradient[]; readonly before: CellState[] } {
  const { ops, shape } = decoder.network;
  const cells: CellGradient[] = [];
  const before: CellState[] = [];
  let dh = dTop;
  for (let l = step.cells.length - 1; l >= 0; l--) {
    const { x } = given(step.cells[l]);
    const c = x.before.c && (later.layers[l]?.c ?? ops.zeros(dh.rows, dh.cols));
    const gradient = ops.cells[shape.cell].gradient(x, { h: dh, c });
    cells[l] = gradient;
    const own = l === step.cells.length - 1 ? dBefore : null;
    before[l] = stateGradient(ops, gradient, given(toStates[l]), own);
    if (l === 0) break;
    const below = later.layers[l - 1]?.h;
    const toInput = given(toInputs[l]);
    if (mask) {
      const masked = ops.multiply(ops.product(gradient.dInput, toInput), mask);
      dh = below ? ops.add(masked, below) : masked;
    } else dh = ops.product(gradient.dInput, toInput, below);
  }
  return { cells, before };
}

function topOf({ layers }: Carried): Matrix {
  return given(layers.at(-1)).h;
}

/** Narrows a part that the model's shape guarantees. */
function given<T>(value: T | null | undefined): T {
  if (value === null || value === undefined)
    throw new Error("fused: expected a part of the step, got none");
  return value;
}
