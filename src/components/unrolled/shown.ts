/** What a figure needs: the shown trace, its selected pair (step, column), and the callback for another selection. */
import type { DecoderStep, Trace } from "../../engine/results/trace";

export interface Shown {
  readonly trace: Trace;
  readonly index: number; // 0-based
  readonly step: DecoderStep;
  readonly column: number | null; // null without attention
}

/** Called with the step that the student selects in a figure, and the column; null: the column of the step's largest weight. */
export type OnSelect = (step: number, column: number | null) => void;
