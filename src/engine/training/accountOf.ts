/** Writes the account of an update from the numbers of its learner. */
import type { GroupAccount, UpdateAccount } from "../results/updateAccount";
import { type ParameterName, parameterSpecs, sizeOf } from "../setup/learnedParameters";
import type { ModelShape } from "../setup/modelShape";
import { rowsOf } from "./accountBatch";
import type { Model, WalkedUpdate } from "./trainer";

/** The moves that a group lists. */
const LISTED = 5;

/** @param model of the update, for the names of tokens and parameters */
export function accountOf(
  { shape, task }: Pick<Model, "shape" | "task">,
  update: WalkedUpdate,
): UpdateAccount {
  const { example, rule, before, after } = update;
  const { batch, truthFed, dropout } = example;
  const norm = lengthOf(update.gradient);
  const factor = Math.min(1, rule.clipNorm / norm);
  return {
    step: update.steps,
    rows: rowsOf(task, batch, update.inputs, truthFed),
    dropsUnits: dropout.rate > 0,
    tokenLosses: lossesByRow(update),
    loss: update.loss,
    clip: { norm, factor, clipped: norm * factor },
    rule,
    updates: after.moments.updates,
    groups: groupsOf(shape, update),
    before: before.parameters,
    after: after.parameters,
  };
}

/** The losses of each row's real tokens. */
function lossesByRow({ example: { batch }, tokenLosses }: WalkedUpdate): Float64Array[] {
  const T = batch.targetLength;
  return batch.targetLengths.map((n, row) => tokenLosses.slice(row * T, row * T + n));
}

function groupsOf(shape: ModelShape, update: WalkedUpdate): GroupAccount[] {
  let offset = 0;
  return parameterSpecs(shape).map(({ name, shape: dims }) => {
    const from = offset;
    offset += sizeOf(dims);
    return groupOf(name, dims, cut(update, from, offset));
  });
}

/** The numbers of one group, as windows on those of all parameters. */
interface Window {
  readonly before: Float32Array;
  readonly after: Float32Array;
  readonly gradient: Float32Array;
  readonly mean: Float32Array;
  readonly variance: Float32Array;
}

function cut({ before, after, gradient }: WalkedUpdate, from: number, to: number): Window {
  return {
    before: before.parameters.subarray(from, to),
    after: after.parameters.subarray(from, to),
    gradient: gradient.subarray(from, to),
    mean: after.moments.mean.subarray(from, to),
    variance: after.moments.variance.subarray(from, to),
  };
}

function groupOf(name: ParameterName, dims: readonly number[], w: Window): GroupAccount {
  const moves = movesOf(w);
  const largest = largestOf(moves).map((i) => ({
    at: placeIn(dims, i),
    before: numberAt(w.before, i),
    gradient: numberAt(w.gradient, i),
    mean: numberAt(w.mean, i),
    variance: numberAt(w.variance, i),
    move: numberAt(moves, i),
    after: numberAt(w.after, i),
  }));
  return {
    name,
    dims,
    count: moves.length,
    gradient: lengthOf(w.gradient),
    mean: lengthOf(w.mean),
    root: Math.sqrt(w.variance.reduce((sum, v) => sum + v, 0)),
    weight: lengthOf(w.before),
    move: lengthOf(moves),
    largest,
  };
}

function movesOf({ before, after }: Window): Float64Array {
  const moves = new Float64Array(before.length); // a loop, because the callback of `from` takes longer than an update
  for (let i = 0; i < moves.length; i++) moves[i] = numberAt(after, i) - numberAt(before, i);
  return moves;
}

/** The indices of the largest moves, the largest first; the earlier one of equal moves first. */
function largestOf(moves: Float64Array): number[] {
  const found: number[] = [];
  let least = -1; // of the found ones, once the list is full
  for (let i = 0; i < moves.length; i++) {
    const size = Math.abs(numberAt(moves, i));
    if (size <= least) continue;
    const at = found.findIndex((other) => Math.abs(numberAt(moves, other)) < size);
    found.splice(at < 0 ? found.length : at, 0, i);
    if (found.length > LISTED) found.pop();
    if (found.length === LISTED) least = Math.abs(numberAt(moves, found.at(-1) ?? 0));
  }
  return found;
}

function placeIn([, columns]: readonly number[], i: number): number[] {
  return columns === undefined ? [i] : [Math.floor(i / columns), i % columns];
}

function lengthOf(numbers: Float32Array | Float64Array): number {
  let sum = 0;
  for (let i = 0; i < numbers.length; i++) sum += numberAt(numbers, i) ** 2;
  return Math.sqrt(sum);
}

const numberAt = (numbers: Float32Array | Float64Array, i: number): number =>
  numbers[i] ?? Number.NaN;
