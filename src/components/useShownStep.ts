/** The trace on the stage and the pair (step, column) that all figures light up. */
import type { DecoderStep, Trace } from "../../engine/results/trace";
import { useApp } from "../../state/store";
import { useLane } from "../useLane";
import { clampStep, shownColumn } from "../../state/slices/view";

export interface Shown {
  readonly trace: Trace;
  readonly index: number; // 0-based
  readonly step: DecoderStep;
  readonly column: number | null; // null without attention
}

/** What is on show, or null while there is no trace yet. */
export function useShownStep(): Shown | null {
  const trace = useLane((lane) => lane.run.trace);
  const wished = useApp((state) => state.view.step);
  const column = useApp((state) => state.view.column);
  const index = clampStep(trace, wished);
  const step = trace?.steps[index];
  return trace && step ? { trace, index, step, column: shownColumn(step, column) } : null;
}
