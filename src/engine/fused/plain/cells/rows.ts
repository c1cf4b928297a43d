/** What the steps of all cells share: checks, places, and the rows that stay as they were. */
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

/** The LSTM's memory. @throws if there is none */
export function memoryOf({ h, c }: CellState): Matrix {
  if (!c) throw new Error("fused, lstm: the state has no memory cell");
  expectShape("lstm, memory", c, h.rows, h.cols);
  return c;
}

/** Where a row begins in the numbers of its matrix. */
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

/** What reaches the state before on its direct way where a cell has none: all on padding, nothing elsewhere. */
export function onlyOnPadding(d: Matrix, mask: Matrix | null): Matrix {
  const result = dense(d.rows, d.cols);
  for (let b = 0; b < d.rows; b++) if (isPadding(mask, b)) keepRow(d, b, result);
  return result;
}

export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
