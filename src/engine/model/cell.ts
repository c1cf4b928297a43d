/** One recurrent layer's weights and its step, for every kind of cell. */
import { add, type Tensor } from "@tensorflow/tfjs-core";
import type { CellStep, LayerState } from "../cells/cell";
import { TEXTBOOK_CELLS } from "../cells/textbook";
import type { CellKind } from "../setup/config";
import type { ModelShape } from "../setup/modelShape";
import type { LayerName, Side } from "../setup/learnedParameters";
import { product } from "./product";
import { type Weights, weight } from "./weights";

/** G blocks of H columns, one for each gate or candidate. */
export interface CellWeights {
  readonly kind: CellKind;
  readonly inputWeight: Tensor; // W_ih [I, GH]
  readonly stateWeight: Tensor; // W_hh [H, GH]
  readonly inputBias: Tensor; //   b_ih [GH]
  readonly stateBias: Tensor; //   b_hh [GH]
}

/** The weights of one layer, in one direction. */
export function cellWeights(
  weights: Weights,
  { cell: kind }: ModelShape,
  side: Side,
  layer: LayerName,
): CellWeights {
  return {
    kind,
    inputWeight: weight(weights, `${side}.${kind}.weight_ih_${layer}`),
    stateWeight: weight(weights, `${side}.${kind}.weight_hh_${layer}`),
    inputBias: weight(weights, `${side}.${kind}.bias_ih_${layer}`),
    stateBias: weight(weights, `${side}.${kind}.bias_hh_${layer}`),
  };
}

/** The part of the gates that does not depend on the state: x W_ih + b_ih. x [N, I] -> [N, GH] */
export function projectInput(cell: CellWeights, x: Tensor): Tensor {
  return add(product(x, cell.inputWeight), cell.inputBias);
}

/**
 * One step of the cell.
 * @param input x W_ih + b_ih, [B, GH]
 */
export function cellStep(cell: CellWeights, input: Tensor, state: LayerState): CellStep {
  const recurrent = add(product(state.h, cell.stateWeight), cell.stateBias); // [B, GH]
  return TEXTBOOK_CELLS[cell.kind](input, recurrent, state);
}
