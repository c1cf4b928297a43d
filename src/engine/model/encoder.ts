/** The encoder: reads the source, in one direction or in both, and leaves one state per token. */
import { concat, reshape, slice, stack, type Tensor, unstack } from "@tensorflow/tfjs-core";
import type { LayerState } from "../cells/cell";
import {
  type ModelShape,
  type ReadingDirection,
  readingOrder,
  readingsOf,
} from "../setup/modelShape";
import { layerName } from "../setup/parameters";
import { bridge } from "./bridge";
import { cellStep, type CellWeights, cellWeights, projectInput } from "./cell";
import { keepOnPadding, zeroState } from "./layerState";
import { type Dropout, noDropout } from "./dropout";
import { tokenProjection } from "./tokenInput";
import type { Weights } from "./weights";

/** A batch of sources as tensors, made by `sourceTensors`. */
export interface SourceBatch {
  readonly ids: Tensor; //  [B, S] int32, padded with <pad>
  readonly mask: Tensor; // [B, S] 1 on real tokens, 0 on padding
  /** Length of the shortest source: up to it no state needs masking. */
  readonly shortest: number;
}

export interface Encoded {
  /** States of each layer, the top one last. [B, S, K] each; what stands on padding means nothing. */
  readonly layers: readonly Tensor[];
  /** What each decoder layer starts from. */
  readonly initial: readonly LayerState[];
}

/** One direction of one layer. */
export interface Reading {
  readonly states: Tensor; //     [B, S, H]
  readonly final: LayerState; // after the last token that this direction reads
}

/** Runs the encoder. Padding never changes a state, as with PyTorch's packed sequences. */
export function encode(
  weights: Weights,
  shape: ModelShape,
  source: SourceBatch,
  dropout: Dropout = noDropout,
): Encoded {
  const tokens = tokenProjection({ weights, shape, dropout }, "encoder", reshape(source.ids, [-1]));
  const layers: Tensor[] = [];
  const readings: Reading[][] = [];
  for (let l = 0; l < shape.layers; l++) {
    const below = layers.at(-1);
    const dropped = below && dropout("encoder.layers", below); //                  [B, S, K]
    const layer = readingsOf(shape).map((direction) => {
      const cell = cellWeights(weights, shape, "encoder", layerName(l, direction));
      const projected = dropped
        ? projectInput(cell, reshape(dropped, [-1, dropped.shape[2] ?? 0]))
        : tokens(cell.inputWeight, cell.inputBias); //                             [B S, GH]
      return read(cell, projected, source, direction);
    });
    readings.push(layer);
    layers.push(
      concat(
        layer.map(({ states }) => states),
        2,
      ),
    ); //                  [B, S, K]
  }
  return { layers, initial: bridge(weights, shape, readings) };
}

/**
 * Carries a state through the tokens, forward from the first or backward from the last.
 * @param projected x W_ih + b_ih of every token, [B S, GH]
 */
function read(
  cell: CellWeights,
  projected: Tensor,
  source: SourceBatch,
  direction: ReadingDirection,
): Reading {
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
