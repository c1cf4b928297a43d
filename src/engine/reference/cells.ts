/** One layer's recurrence in plain arrays, for every kind of cell. */
import type { ReferenceCellStep, ReferenceState } from "../cells/cell";
import { hasMemory } from "../cells/layout";
import { REFERENCE_CELLS } from "../cells/reference";
import type { CellKind } from "../setup/config";
import { type Vector, zeros } from "./linearAlgebra";

/** The state before the first token. */
export function referenceStart(kind: CellKind, hidden: number): ReferenceState {
  return { h: zeros(hidden), c: hasMemory(kind) ? zeros(hidden) : null };
}

/**
 * One step.
 * @param input W_ih x + b_ih, consecutive blocks of H numbers
 * @param recurrent W_hh h + b_hh, likewise
 */
export function referenceCell(
  kind: CellKind,
  input: Vector,
  recurrent: Vector,
  before: ReferenceState,
): ReferenceCellStep {
  const H = before.h.length;
  const block = (v: Vector, i: number): Vector => v.slice(i * H, (i + 1) * H);
  return REFERENCE_CELLS[kind](
    (i) => block(input, i),
    (i) => block(recurrent, i),
    before,
  );
}
