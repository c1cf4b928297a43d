/** What a figure is told: the trace that it shows, the pair (step, column) of it that is lit, and whom to tell of another. */
import type { DecoderStep, Trace } from "../../engine/results/trace";

export interface Shown {
  readonly trace: Trace;
  readonly index: number; // 0-based
  readonly step: DecoderStep;
  readonly column: number | null; // null without attention
}

/** Called with the step that was picked in a figure, and the column; null: the one with the step's largest weight. */
export type OnSelect = (step: number, column: number | null) => void;
