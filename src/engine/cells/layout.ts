/** The layout of every cell's parameters and state. */
import type { CellKind } from "../setup/config";
import type { GateName } from "../results/trace";
import type { CellTable } from "./cell";
import { gru } from "./gru/layout";
import { lstm } from "./lstm/layout";
import { rnn } from "./rnn/layout";

const CELL_LAYOUTS: CellTable<"layout"> = { rnn, gru, lstm };

/** Blocks of H columns in a cell's matrices: one for each gate or candidate. */
export function cellBlocks(kind: CellKind): number {
  return CELL_LAYOUTS[kind].blocks;
}

/** Whether the cell's state has a memory cell c beside h. */
export function hasMemory(kind: CellKind): boolean {
  return CELL_LAYOUTS[kind].hasMemory;
}

/** Whether the cell's new h contains a share of the old one. */
export function keepsState(kind: CellKind): boolean {
  return CELL_LAYOUTS[kind].keepsState;
}

/** PyTorch's letter for a gate or candidate of a cell. @throws if the cell has no such gate */
export function gateLetter(kind: CellKind, gate: GateName): string {
  const letters: Readonly<Partial<Record<GateName, string>>> = CELL_LAYOUTS[kind].letters;
  const letter = letters[gate];
  if (letter === undefined) throw new Error(`cells: expected a gate of ${kind}, got "${gate}"`);
  return letter;
}
