/** One direction of one encoder layer: the recurrence over the tokens, and its gradient. */
import { readingOrder, type ReadingDirection } from "../setup/modelShape";
import {
  type Cell,
  type CellStep,
  setRecurrentGradients,
  stackGradients,
  stateGradient,
  stepCell,
  zeroState,
} from "./cell";
import { type Matrix, rowsOf } from "./matrix";
import type { Gradients, Network } from "./model";
import type { CellGradient, CellState, Ops } from "./ops";
import type { SourcePositions } from "./positions";

/** The run of one direction over a source. */
export interface DirectionRun {
  readonly cell: Cell;
  readonly order: readonly number[]; //  positions in reading order
  readonly steps: readonly CellStep[]; // by position
  readonly before: Matrix; //            states before the steps, by position  [S B, H]
  readonly states: Matrix; //            states after them, by position        [S B, H]
  readonly final: CellState; //          after this direction's last token
}

/**
 * Runs one direction: forward from the first token or backward from the last.
 * Padding never changes a state, as with PyTorch's packed sequences.
 * @param projected x W_ih + b_ih of every token, [S B, GH]
 */
export function runDirection(
  network: Network,
  cell: Cell,
  { projected, source }: { readonly projected: Matrix; readonly source: SourcePositions },
  direction: ReadingDirection,
): DirectionRun {
  const { batch: B, length: S } = source;
  const order = readingOrder(S, direction);
  const steps: CellStep[] = [];
  const first = zeroState(network, B);
  let state = first;
  for (const s of order) {
    const input = rowsOf(projected, s * B, B);
    const mask = s < source.shortest ? null : rowsOf(source.mask, s * B, B);
    const step = stepCell(network, cell, { input, before: state, mask });
    steps[s] = step;
    state = step.after;
  }
  return { cell, order, steps, ...stackStates(network.ops, steps, first, direction), final: state };
}

/** States before and after each step, by position: two windows on one stack of S + 1 states. */
function stackStates(
  ops: Ops,
  steps: readonly CellStep[],
  { h: first }: CellState,
  direction: ReadingDirection,
): Pick<DirectionRun, "before" | "states"> {
  const B = first.rows;
  const all = steps.map(({ after }) => after.h);
  const windows = (stacked: Matrix): readonly [upper: Matrix, lower: Matrix] => [
    rowsOf(stacked, 0, all.length * B),
    rowsOf(stacked, B, all.length * B),
  ];
  switch (direction) {
    case "forward": {
      const [before, states] = windows(ops.stack([first, ...all]));
      return { before, states };
    }
    case "backward": {
      const [states, before] = windows(ops.stack([...all, first]));
      return { before, states };
    }
    default:
      return direction satisfies never;
  }
}

/** The gradients that a direction receives; null for an unused state. */
export interface DirectionGradient {
  readonly dStates: Matrix | null; // of the states by position  [S B, H]
  readonly dFinal: CellState | null;
}

/**
 * Backpropagation through time. Sets the direction's gradients except W_ih's, which depends on the layer's input.
 * @returns the gradient of x W_ih + b_ih, [S B, GH]
 */
export function directionGradient(
  network: Network,
  { cell, order, steps, before }: DirectionRun,
  { dStates, dFinal }: DirectionGradient,
  gradients: Gradients,
): Matrix {
  const { ops, shape } = network;
  const B = before.rows / steps.length;
  const transposed = ops.transpose(cell.stateWeight); // W_hh'  [GH, H]
  const back: CellGradient[] = []; // by position
  const own = (s: number) => dStates && rowsOf(dStates, s * B, B); // of the state after position s
  const last = order.at(-1) ?? 0;
  let after = lastState(network, dFinal, own(last));
  order.toReversed().forEach((s, i, reversed) => {
    const step = ops.cells[shape.cell].gradient(at(steps, s).x, after);
    back[s] = step;
    const next = reversed[i + 1]; // undefined: the state before s is the initial zeros, which are no parameters
    if (next !== undefined) after = stateGradient(ops, step, transposed, own(next));
  });
  const stacked = stackGradients(ops, back);
  setRecurrentGradients(ops, cell, { ...stacked, before }, gradients);
  return stacked.dInput;
}

/** The gradient of the last state: the part from the bridge plus the part from its other uses. */
function lastState(network: Network, bridged: CellState | null, own: Matrix | null): CellState {
  if (bridged) return own ? { h: network.ops.add(bridged.h, own), c: bridged.c } : bridged;
  if (!own) throw new Error("fused: expected a gradient of the state, got none");
  return { h: own, c: zeroState(network, own.rows).c };
}

function at<T>(list: readonly T[], i: number): T {
  const found = list[i];
  if (found === undefined) throw new Error(`fused: expected a step at ${i}, got none`);
  return found;
}
