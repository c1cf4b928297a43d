/** The gradient of one decoder step, in Bahdanau's order or in Luong's; the way of decoder.ts, backwards. */
import { keySize, tokenSize } from "../setup/modelShape";
import type { QueryGradient } from "../scores/score";
import { type Look, lookGradient, type LookGradient } from "./attention";
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

/** Makes a decoder ready for the way back. */
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

/** What comes back to a step from later ones; null before anything has. */
export interface Carried {
  readonly layers: readonly (CellState | null)[];
  readonly attentional: Matrix | null; // of h~, with input feeding
}

/** What one step leaves for the sums over time. */
export interface StepGradient {
  readonly cells: readonly CellGradient[]; // bottom first
  readonly look: LookGradient | null;
  readonly dCombined: Matrix | null; //       of Wc [c; h], in Luong timing  [B, H]
  readonly carried: Carried; //               to the step before
}

/** What one step gets back, and what it read. */
export interface StepBack {
  readonly step: DecoderStep;
  readonly mask: Matrix | null; // dropout between the layers  [B, H]
  readonly dReadout: Matrix; //    [B, H]
  readonly later: Carried;
}

/** Back through one step: what each of its cells and its look get, and what goes on to the step before. */
export function stepGradient(reversed: Reverse, back: StepBack): StepGradient {
  const { look, attentional } = back.step;
  if (!look) return plainGradient(reversed, back);
  return attentional
    ? luongGradient(reversed, back, attentional)
    : bahdanauGradient(reversed, back);
}

function plainGradient(reversed: Reverse, back: StepBack): StepGradient {
  const dTop = sum(reversed, back.dReadout, topOf(back.later));
  const { cells, before } = cellsGradient(reversed, back, dTop);
  return { cells, look: null, dCombined: null, carried: { layers: before, attentional: null } };
}

/** c(t) entered the first cell, and the state before was the query. */
function bahdanauGradient(reversed: Reverse, back: StepBack): StepGradient {
  const { attention, network } = reversed.decoder;
  const { ops } = network;
  const dTop = sum(reversed, back.dReadout, topOf(back.later));
  const { cells, before } = cellsGradient(reversed, back, dTop);
  const dFirst = (cells[0] as CellGradient).dInput;
  const dContext = ops.product(dFirst, given(reversed.toContext)); //                 [B, K]
  const look = lookGradient(ops, given(attention), given(back.step.look), dContext);
  const top = given(before.at(-1));
  const dQuery = given(reversed.toQuery)(look.dQuery, top.h); //                      ds(t-1), all of it
  const layers = [...before.slice(0, -1), { h: dQuery, c: top.c }];
  return { cells, look, dCombined: null, carried: { layers, attentional: null } };
}

/** h~(t) was read, and fed to the next step where input feeding is on. */
function luongGradient(reversed: Reverse, back: StepBack, attentional: Matrix): StepGradient {
  const { ops } = reversed.decoder.network;
  const { looks, dCombined, dStates } = combinedGradient(reversed, {
    looks: [given(back.step.look)],
    attentional,
    dAttentional: sum(reversed, back.dReadout, back.later.attentional),
    later: topOf(back.later),
  });
  const { cells, before } = cellsGradient(reversed, back, dStates);
  const dFirst = (cells[0] as CellGradient).dInput;
  const fed = reversed.toAttentional && ops.product(dFirst, reversed.toAttentional); // dh~(t-1)
  return { cells, look: given(looks[0]), dCombined, carried: { layers: before, attentional: fed } };
}

/** What comes back to the looks and h~ of one step, or of several at once. */
export interface CombinedBack {
  readonly looks: readonly Look[]; //     n of them
  readonly attentional: Matrix; //        h~  [n B, H]
  readonly dAttentional: Matrix; //           [n B, H]
  readonly later: Matrix | null; //       what has come back to the states already  [n B, H]
}

/** Through h~ = tanh(Wc [c; h]) and the looks to the states that asked. */
export function combinedGradient(
  { decoder, toContext, toCombinedState, toQuery }: Reverse,
  { looks, attentional, dAttentional, later }: CombinedBack,
): { readonly looks: LookGradient[]; readonly dCombined: Matrix; readonly dStates: Matrix } {
  const { ops } = decoder.network;
  const attention = given(decoder.attention);
  const B = attention.mask.rows;
  const dCombined = ops.tanhGradient(attentional, dAttentional); //                    of Wc [c; h]  [n B, H]
  const dContexts = ops.product(dCombined, given(toContext)); //                       [n B, K]
  const dDirect = ops.product(dCombined, given(toCombinedState), later ?? undefined); // [n B, H]
  const back = looks.map((each, t) =>
    lookGradient(ops, attention, each, rowsOf(dContexts, t * B, B)),
  );
  const [first, ...others] = back.map(({ dQuery }) => dQuery) as [Matrix, ...Matrix[]];
  const dQueries = others.length > 0 ? ops.stack([first, ...others]) : first;
  return { looks: back, dCombined, dStates: given(toQuery)(dQueries, dDirect) };
}

/**
 * Through every layer, top to bottom.
 * @param dTop the whole gradient of the top layer's new h
 * @returns what each cell's gradient is, and that of the states before
 */
function cellsGradient(
  { decoder, toStates, toInputs }: Reverse,
  { step, mask, later }: StepBack,
  dTop: Matrix,
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
    before[l] = stateGradient(ops, gradient, given(toStates[l]));
    if (l === 0) break;
    const below = later.layers[l - 1]?.h;
    const toInput = given(toInputs[l]);
    dh = mask
      ? sum({ decoder }, ops.multiply(ops.product(gradient.dInput, toInput), mask), below)
      : ops.product(gradient.dInput, toInput, below);
  }
  return { cells, before };
}

function topOf({ layers }: Carried): Matrix | null {
  return layers.at(-1)?.h ?? null;
}

function sum(
  { decoder }: Pick<Reverse, "decoder">,
  a: Matrix,
  b: Matrix | null | undefined,
): Matrix {
  return b ? decoder.network.ops.add(a, b) : a;
}

/** What the model's shape makes sure of. */
function given<T>(value: T | null | undefined): T {
  if (value === null || value === undefined)
    throw new Error("fused: a part of the step is missing");
  return value;
}
