/** The trace on the stage and the pair (step, column) that all figures light up. */
import { useApp } from "../state/store";
import { clampStep, shownColumn } from "../state/slices/view";
import type { Shown } from "./unrolled/shown";
import { useLane } from "./useLane";

/** What is on show, or null while there is no trace yet. */
export function useShownStep(): Shown | null {
  const trace = useLane((lane) => lane.run.trace);
  const requested = useApp((state) => state.view.step);
  const column = useApp((state) => state.view.column);
  const index = clampStep(trace, requested);
  const step = trace?.steps[index];
  return trace && step ? { trace, index, step, column: shownColumn(step, column) } : null;
}
