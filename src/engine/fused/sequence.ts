/** One direction of one encoder layer: a state carried through the tokens, and its gradient carried back. */
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

/** What a direction of a layer made of a source. */
export interface Reading {
  readonly cell: Cell;
  readonly order: readonly number[]; // positions as they were read
  readonly steps: readonly CellStep[]; // by position
  readonly before: Matrix; //            the states that they began with, by position  [S B, H]
  readonly states: Matrix; //            and those that they left                      [S B, H]
  readonly final: CellState; //          after the last token that this direction reads
}

/**
 * Carries a state through the tokens, forward from the first or backward from the last.
 * Padding never changes a state, as with PyTorch's packed sequences.
 * @param projected x W_ih + b_ih of every token, [S B, GH]
 */
export function readSequence(
  network: Network,
  cell: Cell,
  { projected, source }: { readonly projected: Matrix; readonly source: SourcePositions },
  direction: ReadingDirection,
): Reading {
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

/** States by position. What one step left the next began with, so both are windows on one stack of S + 1. */
function stackStates(
  ops: Ops,
  steps: readonly CellStep[],
  { h: first }: CellState,
  direction: ReadingDirection,
): Pick<Reading, "before" | "states"> {
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

/** What comes back to a reading. null: nothing reads it. */
export interface ReadingGradient {
  readonly dStates: Matrix | null; // of the states by position  [S B, H]
  readonly dFinal: CellState | null;
}

/**
 * Backpropagation through time. Sets the gradients of the layer but W_ih, which belongs with what it read.
 * @returns the gradient of x W_ih + b_ih, [S B, GH]
 */
export function sequenceGradient(
  network: Network,
  { cell, order, steps, before }: Reading,
  { dStates, dFinal }: ReadingGradient,
  gradients: Gradients,
): Matrix {
  const { ops, shape } = network;
  const B = before.rows / steps.length;
  const transposed = ops.transpose(cell.stateWeight); // W_hh'  [GH, H]
  const back: CellGradient[] = []; // by position
  let after = dFinal;
  for (const s of order.toReversed()) {
    const own = dStates && rowsOf(dStates, s * B, B);
    const { x } = at(steps, s);
    const step = ops.cells[shape.cell].gradient(x, addState(network, after, own));
    back[s] = step;
    after = s === order[0] ? null : stateGradient(ops, step, transposed); // the zeros at the start learn nothing
  }
  const stacked = stackGradients(ops, back);
  setRecurrentGradients(ops, cell, { ...stacked, before }, gradients);
  return stacked.dInput;
}

/** What comes back from the next step and from whoever reads this state. */
function addState(network: Network, later: CellState | null, own: Matrix | null): CellState {
  if (later) return own ? { h: network.ops.add(later.h, own), c: later.c } : later;
  if (!own) throw new Error("fused: a state that nothing reads");
  return { h: own, c: zeroState(network, own.rows).c };
}

function at<T>(list: readonly T[], i: number): T {
  const found = list[i];
  if (found === undefined) throw new Error(`fused: nothing at ${i}`);
  return found;
}
