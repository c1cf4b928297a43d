/** One recurrent layer: its weights, its step, and the step's gradient. */
import { hasMemory } from "../cells/layout";
import type { LayerName, ParameterName, Side } from "../setup/learnedParameters";
import type { Matrix } from "./matrix";
import { type Gradients, type Network, weight } from "./model";
import type { CellGradient, CellInput, CellState, Ops } from "./ops";

type CellPart = "weight_ih" | "weight_hh" | "bias_ih" | "bias_hh";

/** G blocks of H columns, one for each gate or candidate. */
export interface Cell {
  readonly name: (part: CellPart) => ParameterName;
  readonly inputWeight: Matrix; // W_ih [I, GH]
  readonly stateWeight: Matrix; // W_hh [H, GH]
  readonly inputBias: Matrix; //   b_ih [1, GH]
  readonly stateBias: Matrix; //   b_hh [1, GH]
}

/** The weights of a layer in one direction. */
export function cellOf(network: Network, side: Side, layer: LayerName): Cell {
  const name: Cell["name"] = (part) => `${side}.${network.shape.cell}.${part}_${layer}`;
  return {
    name,
    inputWeight: weight(network, name("weight_ih")),
    stateWeight: weight(network, name("weight_hh")),
    inputBias: weight(network, name("bias_ih")),
    stateBias: weight(network, name("bias_hh")),
  };
}

/** The state before the first token, and the initial gradient of a state. */
export function zeroState({ ops, shape }: Network, batch: number): CellState {
  const zeros = ops.zeros(batch, shape.hiddenSize);
  return { h: zeros, c: hasMemory(shape.cell) ? zeros : null };
}

/** A step of a cell, with what its gradient needs. */
export interface CellStep {
  readonly x: CellInput;
  readonly after: CellState;
}

/**
 * One step of the cell.
 * @param x the projected input and the previous state
 */
export function stepCell(
  { ops, shape }: Network,
  cell: Cell,
  { input, before, mask }: Omit<CellInput, "recurrent">,
): CellStep {
  const recurrent = ops.product(before.h, cell.stateWeight, cell.stateBias); // h W_hh + b_hh  [B, GH]
  const x = { input, recurrent, before, mask };
  return { x, after: ops.cells[shape.cell].step(x) };
}

/**
 * The whole gradient of the previous state: its direct part, the part through h W_hh, and that of its other uses.
 * @param transposed W_hh' [GH, H]
 * @param own of the other uses; null: it has none, or they are added later  [B, H]
 */
export function stateGradient(
  ops: Ops,
  { dRecurrent, dBefore }: CellGradient,
  transposed: Matrix,
  own: Matrix | null,
): CellState {
  return { h: ops.product(dRecurrent, transposed, dBefore.h, own ?? undefined), c: dBefore.c };
}

/** The gradients of a layer's projected inputs and recurrent products at all positions. [N B, GH] each */
export interface LayerGradient {
  readonly dInput: Matrix;
  readonly dRecurrent: Matrix; // the same matrix if both are equal
}

/** The steps' gradients, stacked by rows. */
export function stackGradients(ops: Ops, steps: readonly CellGradient[]): LayerGradient {
  const dInput = ops.stack(steps.map((step) => step.dInput));
  const areEqual = steps.every((step) => step.dRecurrent === step.dInput);
  const dRecurrent = areEqual ? dInput : ops.stack(steps.map((step) => step.dRecurrent));
  return { dInput, dRecurrent };
}

/**
 * Sets the gradients of W_hh and of both biases, over all positions at once.
 * @param before the states before the steps, [N B, H]
 */
export function setRecurrentGradients(
  ops: Ops,
  { name }: Cell,
  { dInput, dRecurrent, before }: LayerGradient & { readonly before: Matrix },
  gradients: Gradients,
): void {
  const dInputBias = ops.columnSums(dInput);
  const dStateBias = dRecurrent === dInput ? dInputBias : ops.columnSums(dRecurrent);
  gradients.set(name("weight_hh"), ops.outerProduct(before, dRecurrent));
  gradients.set(name("bias_ih"), dInputBias);
  gradients.set(name("bias_hh"), dStateBias);
}
