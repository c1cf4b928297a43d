/** The encoder: reads the source, in one direction or in both, and leaves one state per token. */
import type { DropoutMasks } from "../training/dropoutMasks";
import { readingsOf } from "../setup/modelShape";
import { layerName } from "../setup/parameters";
import { type Bridge, bridge, bridgeGradient } from "./bridge";
import { cellOf } from "./cell";
import {
  dropped,
  inputWeightGradient,
  type LayerInput,
  project,
  setEmbeddingGradient,
  type Share,
  tokenInput,
  vectorsGradient,
} from "./layerInput";
import { columnsOf, type Matrix } from "./matrix";
import type { Gradients, Network } from "./model";
import type { CellState } from "./ops";
import type { SourcePositions } from "./positions";
import { type Reading, readSequence, sequenceGradient } from "./sequence";

interface EncoderLayer {
  readonly input: LayerInput; //            what both directions read
  readonly readings: readonly Reading[]; // one per direction
  readonly states: Matrix; //               [S B, K]; what stands on padding means nothing
}

export interface Encoded {
  readonly source: SourcePositions;
  readonly layers: readonly EncoderLayer[]; // the top one last
  readonly bridge: Bridge;
  readonly values: Matrix; // the top layer's states, which attention looks at  [S B, K]
}

/** Runs the encoder. */
export function encode(network: Network, source: SourcePositions, masks: DropoutMasks): Encoded {
  const { ops, shape } = network;
  const { batch, length } = source;
  let input = tokenInput(network, "encoder", source.ids, { masks, batch, length });
  const layers: EncoderLayer[] = [];
  for (let l = 0; l < shape.layers; l++) {
    const below = layers.at(-1);
    if (below) input = dropped(ops, below.states, masks, { site: "encoder.layers", batch, length });
    layers.push(readLayer(network, source, input, l));
  }
  const finals = layers.map(({ readings }) => readings.map(({ final }) => final));
  const top = layers[layers.length - 1] as EncoderLayer;
  return { source, layers, bridge: bridge(network, finals), values: top.states };
}

/** One layer in all its directions. */
function readLayer(
  network: Network,
  source: SourcePositions,
  input: LayerInput,
  l: number,
): EncoderLayer {
  const { ops, shape } = network;
  const readings = readingsOf(shape).map((direction) => {
    const cell = cellOf(network, "encoder", layerName(l, direction));
    const projected = project(ops, input, cell.inputWeight, cell.inputBias); // [S B, GH]
    return readSequence(network, cell, { projected, source }, direction);
  });
  const [first, ...others] = readings.map(({ states }) => states) as [Matrix, ...Matrix[]];
  const states = others.length > 0 ? ops.sideBySide([first, ...others]) : first;
  return { input, readings, states };
}

/** What comes back to the encoder. */
export interface EncodedGradient {
  readonly dValues: Matrix | null; // [S B, K]; null without attention
  readonly dInitial: readonly CellState[]; // of what the decoder's layers started from
}

/** Sets the gradients of all that the encoder learns. */
export function encoderGradient(
  network: Network,
  { source, layers, bridge: bridged }: Encoded,
  { dValues, dInitial }: EncodedGradient,
  gradients: Gradients,
): void {
  const { ops } = network;
  const dFinals = bridgeGradient(network, bridged, dInitial, gradients);
  let dStates = dValues;
  for (let l = layers.length - 1; l >= 0; l--) {
    const { input, readings } = layers[l] as EncoderLayer;
    const back = { dStates, dFinals: dFinals[l] ?? [] };
    const shares = layerGradient(network, { input, readings }, back, gradients);
    if (l > 0 && input.kind === "vectors") dStates = vectorsGradient(ops, input, shares());
    else setEmbeddingGradient(network, "encoder", { input, ids: source.ids, shares }, gradients);
  }
}

/** What comes back to a layer: of its states, [S B, K], and of each direction's last one. */
interface LayerStatesGradient {
  readonly dStates: Matrix | null;
  readonly dFinals: readonly (CellState | null)[];
}

/** Sets the gradients of a layer; returns what its directions hand back to what they read. */
function layerGradient(
  network: Network,
  { input, readings }: Omit<EncoderLayer, "states">,
  { dStates, dFinals }: LayerStatesGradient,
  gradients: Gradients,
): () => Share[] {
  const { ops, shape } = network;
  const H = shape.hiddenSize;
  const dInputs = readings.map((reading, d) => {
    const own = { dStates: dStates && columnsOf(dStates, d * H, H), dFinal: dFinals[d] ?? null };
    const dy = sequenceGradient(network, reading, own, gradients); // [S B, GH]
    gradients.set(reading.cell.name("weight_ih"), inputWeightGradient(ops, input, dy));
    return { dy, cell: reading.cell };
  });
  return () => dInputs.map(({ dy, cell }) => ({ dy, transposed: ops.transpose(cell.inputWeight) }));
}
