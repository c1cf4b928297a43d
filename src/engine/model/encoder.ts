/** The encoder: reads the source in one or both directions and computes one state for each token. */
import { concat, reshape, slice, stack, type Tensor, unstack } from "@tensorflow/tfjs-core";
import type { LayerState } from "../cells/cell";
import {
  type ModelShape,
  type ReadingDirection,
  readingOrder,
  directionsOf,
} from "../setup/modelShape";
import { layerName } from "../setup/learnedParameters";
import { bridge } from "./bridge";
import { cellStep, type CellWeights, cellWeights, projectInput } from "./cell";
import { keepOnPadding, zeroState } from "./layerState";
import { type Dropout, noDropout } from "./dropout";
import { tokenProjection } from "./tokenInput";
import type { Weights } from "./weights";

/** A batch of sources as tensors, made by `sourceTensors`. */
export interface SourceBatch {
  readonly ids: Tensor; //  [B, S] int32, padded with <pad>
  readonly mask: Tensor; // [B, S] 1 at real tokens, 0 at padding
  /** Length of the shortest source: earlier positions need no mask. */
  readonly shortest: number;
}

export interface Encoded {
  /** States of each layer, top layer last. [B, S, K] each; states at padding are meaningless. */
  readonly layers: readonly Tensor[];
  /** The initial state of each decoder layer. */
  readonly initial: readonly LayerState[];
}

/** The states of one layer in one direction. */
export interface DirectionRun {
  readonly states: Tensor; //     [B, S, H]
  readonly final: LayerState; // after this direction's last token
}

/** Runs the encoder. Padding never changes a state, as with PyTorch's packed sequences. */
export function encode(
  weights: Weights,
  shape: ModelShape,
  source: SourceBatch,
  dropout: Dropout = noDropout,
): Encoded {
  const { layers, runs } = readLayers(weights, shape, source, dropout);
  return { layers, initial: bridge(weights, shape, runs) };
}

/** The layers of the encoder: their states as in `Encoded`, and their runs by layer and direction. */
interface LayersRead extends Pick<Encoded, "layers"> {
  readonly runs: readonly (readonly DirectionRun[])[];
}

/** Runs the layers of the encoder, without the bridge. */
export function readLayers(
  weights: Weights,
  shape: ModelShape,
  source: SourceBatch,
  dropout: Dropout,
): LayersRead {
  const tokens = tokenProjection({ weights, shape, dropout }, "encoder", reshape(source.ids, [-1]));
  const layers: Tensor[] = [];
  const runs: DirectionRun[][] = [];
  for (let l = 0; l < shape.layers; l++) {
    const below = layers.at(-1);
    const dropped = below && dropout("encoder.layers", below); //                  [B, S, K]
    const layer = directionsOf(shape).map((direction) => {
      const cell = cellWeights(weights, shape, "encoder", layerName(l, direction));
      const projected = dropped
        ? projectInput(cell, reshape(dropped, [-1, dropped.shape[2] ?? 0]))
        : tokens(cell.inputWeight, cell.inputBias); //                             [B S, GH]
      return runDirection(cell, projected, source, direction);
    });
    runs.push(layer);
    layers.push(
      concat(
        layer.map(({ states }) => states),
        2,
      ),
    ); //                  [B, S, K]
  }
  return { layers, runs };
}

/**
 * Runs one direction: forward from the first token or backward from the last.
 * @param projected x W_ih + b_ih of every token, [B S, GH]
 */
export function runDirection(
  cell: CellWeights,
  projected: Tensor,
  source: SourceBatch,
  direction: ReadingDirection,
): DirectionRun {
  const [B, S] = source.ids.shape as [number, number];
  const [H] = cell.stateWeight.shape as [number];
  const inputs = unstack(reshape(projected, [B, S, -1]), 1); // S of [B, GH]
  const order = readingOrder(S, direction);
  const states: Tensor[] = [];
  let state = zeroState(cell.kind, B, H);
  for (const s of order) {
    const next = cellStep(cell, inputs[s] as Tensor, state).state;
    const isReal = s < source.shortest; // in every row of the batch
    state = isReal ? next : keepOnPadding(state, next, slice(source.mask, [0, s], [B, 1]));
    states[s] = state.h;
  }
  return { states: stack(states, 1), final: state };
}
