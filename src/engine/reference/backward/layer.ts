/** The gradient of one step of one recurrent layer in plain arrays. */
import { CELLS_BACKWARD } from "../../cells/backward";
import type { ReferenceState } from "../../cells/cell";
import type { LayerName, Side } from "../../setup/learnedParameters";
import type { ModelShape } from "../../setup/modelShape";
import type { ReadStep } from "../encoder";
import { plus, times, timesTransposed, type Vector } from "../linearAlgebra";
import { type Reference, row } from "../parameters";

export interface Network {
  readonly p: Reference;
  readonly shape: ModelShape;
  readonly side: Side;
}

export interface LayerGradient {
  readonly input: Vector; //           of x
  readonly before: ReferenceState; //  of the state before
  readonly memory: Vector | null; //   of the new memory c', with the part through h'
}

/** @param after the gradient of the new state; its c without the part through h */
export function layerBackward(
  { p, shape, side }: Network,
  layer: LayerName,
  { before, step }: ReadStep,
  after: ReferenceState,
): LayerGradient {
  const { cell, hiddenSize: H } = shape;
  const [inputWeight, stateWeight] = [
    p(`${side}.${cell}.weight_ih_${layer}`),
    p(`${side}.${cell}.weight_hh_${layer}`),
  ];
  const columns = (block: number): Vector[] =>
    stateWeight.map((weights) => weights.slice(block * H, (block + 1) * H));
  const bias = row(p(`${side}.${cell}.bias_hh_${layer}`));
  const recurrent = (block: number): Vector =>
    plus(times(before.h, columns(block)), bias.slice(block * H, (block + 1) * H));
  const d = CELLS_BACKWARD[cell]({ before, step, recurrent }, after);
  return {
    input: timesTransposed(d.input, inputWeight),
    before: { h: plus(d.before.h, timesTransposed(d.recurrent, stateWeight)), c: d.before.c },
    memory: d.memory,
  };
}
