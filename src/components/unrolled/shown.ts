/** What a figure needs: the shown trace, its selected pair (step, column), and the callback for another selection. */
import type { Place } from "../../engine/derivation/quantity";
import type { DecoderStep, Trace } from "../../engine/results/trace";

export interface Shown {
  readonly trace: Trace;
  readonly index: number; // 0-based
  readonly step: DecoderStep;
  readonly column: number | null; // null without attention
}

/** Called with the step that the student selects in a figure, and the column; null: the column of the step's largest weight. */
export type OnSelect = (step: number, column: number | null) => void;

/** Called with a number whose derivation the student opens. */
export type OnDerive = (place: Place) => void;

/** How a row looks: selected, part of the answer so far, or not reached yet while the student steps through. */
export type RowLook = "current" | "reached" | "unreached";

/** @param reached the last step of the answer so far, 0-based */
export function rowLook(row: number, index: number, reached: number): RowLook {
  if (row === index) return "current";
  return row <= reached ? "reached" : "unreached";
}
