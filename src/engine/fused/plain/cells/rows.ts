/** What the steps of all cells share: checks, row offsets, and unchanged rows at padding. */
import { cellBlocks } from "../../../cells/layout";
import type { CellKind } from "../../../setup/config";
import type { Matrix } from "../../matrix";
import type { CellInput, CellState } from "../../ops";
import { type Dense, dense, expectShape, numbers } from "../storage";

/** @throws if the shapes do not fit each other */
export function expectCell(kind: CellKind, x: CellInput): void {
  const { rows, cols } = x.before.h;
  const columns = cellBlocks(kind) * cols;
  expectShape(`${kind}, input`, x.input, rows, columns);
  expectShape(`${kind}, recurrent`, x.recurrent, rows, columns);
  if (x.mask) expectShape(`${kind}, mask`, x.mask, rows, 1);
}

/** The LSTM's memory cell. @throws if the state has none */
export function memoryOf({ h, c }: CellState): Matrix {
  if (!c) throw new Error("fused, lstm: expected a state with a memory cell, got none");
  expectShape("lstm, memory", c, h.rows, h.cols);
  return c;
}

/** Index of a row's first number in the storage of its matrix. */
export function start(m: Matrix, row: number): number {
  return m.offset + row * m.stride;
}

export function isPadding(mask: Matrix | null, row: number): boolean {
  return mask !== null && numbers(mask)[start(mask, row)] === 0;
}

/** Copies a row to the same row of a result. */
export function keepRow(m: Matrix, row: number, result: Dense): void {
  const from = start(m, row);
  result.data.set(numbers(m).subarray(from, from + m.cols), row * result.cols);
}

/** The direct gradient of the previous state in a cell whose real steps have none: d at padding, 0 elsewhere. */
export function onlyOnPadding(d: Matrix, mask: Matrix | null): Matrix {
  const result = dense(d.rows, d.cols);
  for (let b = 0; b < d.rows; b++) if (isPadding(mask, b)) keepRow(d, b, result);
  return result;
}
