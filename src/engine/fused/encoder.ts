/** The encoder: reads the source in one or both directions and computes one state for each token. */
import type { DropoutMasks } from "../training/dropoutMasks";
import { directionsOf } from "../setup/modelShape";
import { layerName } from "../setup/learnedParameters";
import { type Bridge, bridge, bridgeGradient } from "./bridge";
import { cellOf } from "./cell";
import {
  dropped,
  inputWeightGradient,
  type LayerInput,
  productGradient,
  project,
  sequenceInput,
  setEmbeddingGradient,
  type ProductGradient,
  vectorsGradient,
} from "./layerInput";
import { columnsOf, type Matrix } from "./matrix";
import type { Gradients, Network } from "./model";
import type { CellState } from "./ops";
import type { SourcePositions } from "./positions";
import { type DirectionRun, runDirection, directionGradient } from "./encoderLayer";

export interface EncoderLayer {
  readonly input: LayerInput; //            the input of both directions
  readonly runs: readonly DirectionRun[]; // one for each direction
  readonly states: Matrix; //               [S B, K]; meaningless at padding
}

export interface Encoded {
  readonly source: SourcePositions;
  readonly layers: readonly EncoderLayer[]; // top layer last
  readonly bridge: Bridge;
  readonly values: Matrix; // the top layer's states, the values of attention  [S B, K]
}

/** Runs the encoder. */
export function encode(network: Network, source: SourcePositions, masks: DropoutMasks): Encoded {
  const layers = readLayers(network, source, masks);
  const finals = layers.map(({ runs }) => runs.map(({ final }) => final));
  const top = layers[layers.length - 1] as EncoderLayer;
  return { source, layers, bridge: bridge(network, finals), values: top.states };
}

/** Runs the layers of the encoder, without the bridge; top layer last. */
export function readLayers(
  network: Network,
  source: SourcePositions,
  masks: DropoutMasks,
): EncoderLayer[] {
  const { ops, shape } = network;
  const { batch, length } = source;
  let input = sequenceInput(network, "encoder", source.ids, { masks, batch, length });
  const layers: EncoderLayer[] = [];
  for (let l = 0; l < shape.layers; l++) {
    const below = layers.at(-1);
    if (below) input = dropped(ops, below.states, masks, { site: "encoder.layers", batch, length });
    layers.push(readLayer(network, source, input, l));
  }
  return layers;
}

/** One layer in all its directions. */
function readLayer(
  network: Network,
  source: SourcePositions,
  input: LayerInput,
  l: number,
): EncoderLayer {
  const { ops, shape } = network;
  const runs = directionsOf(shape).map((direction) => {
    const cell = cellOf(network, "encoder", layerName(l, direction));
    const projected = project(ops, input, cell.inputWeight, cell.inputBias); // [S B, GH]
    return runDirection(network, cell, { projected, source }, direction);
  });
  const [first, ...others] = runs.map(({ states }) => states) as [Matrix, ...Matrix[]];
  const states = others.length > 0 ? ops.sideBySide([first, ...others]) : first;
  return { input, runs, states };
}

/** The gradients that the encoder receives. */
export interface EncodedGradient {
  readonly dValues: Matrix | null; // [S B, K]; null without attention
  readonly dInitial: readonly CellState[]; // of the initial states of the decoder's layers
}

/** Sets the gradients of all parameters of the encoder. */
export function encoderGradient(
  network: Network,
  { source, layers, bridge: bridged }: Encoded,
  { dValues, dInitial }: EncodedGradient,
  gradients: Gradients,
): void {
  const dFinals = bridgeGradient(network, bridged, dInitial, gradients);
  layersGradient(network, { source, layers }, { dValues, dFinals }, gradients);
}

/** The gradients of the top layer's states, and of the last states by layer and direction; null: they have none. */
interface LeavingGradient extends Pick<EncodedGradient, "dValues"> {
  readonly dFinals: readonly (readonly (CellState | null)[])[];
}

/** Sets the gradients of all parameters of the layers. */
export function layersGradient(
  network: Network,
  { source, layers }: Pick<Encoded, "source" | "layers">,
  { dValues, dFinals }: LeavingGradient,
  gradients: Gradients,
): void {
  const { ops } = network;
  let dStates = dValues;
  for (let l = layers.length - 1; l >= 0; l--) {
    const { input, runs } = layers[l] as EncoderLayer;
    const back = { dStates, dFinals: dFinals[l] ?? [] };
    const products = layerGradient(network, { input, runs }, back, gradients);
    if (l > 0 && input.kind === "vectors") dStates = vectorsGradient(ops, input.mask, products());
    else setEmbeddingGradient(network, "encoder", { input, ids: source.ids, products }, gradients);
  }
}

/** The gradients that a layer receives: of its states, [S B, K], and of each direction's last state. */
interface LayerStatesGradient {
  readonly dStates: Matrix | null;
  readonly dFinals: readonly (CellState | null)[];
}

/** Sets the gradients of a layer; returns the gradients of its directions' input products. */
function layerGradient(
  network: Network,
  { input, runs }: Omit<EncoderLayer, "states">,
  { dStates, dFinals }: LayerStatesGradient,
  gradients: Gradients,
): () => ProductGradient[] {
  const { ops, shape } = network;
  const H = shape.hiddenSize;
  const dInputs = runs.map((run, d) => {
    const own = { dStates: dStates && columnsOf(dStates, d * H, H), dFinal: dFinals[d] ?? null };
    const dy = productGradient(ops, input, directionGradient(network, run, own, gradients));
    gradients.set(run.cell.name("weight_ih"), inputWeightGradient(ops, input, dy));
    return { dy, cell: run.cell };
  });
  return () => dInputs.map(({ dy, cell }) => ({ dy, transposed: ops.transpose(cell.inputWeight) }));
}
