/** The trace on the stage and the pair (step, column) that all figures highlight. */
import { useApp } from "../state/store";
import { clampStep, shownColumn } from "../state/slices/view";
import type { Shown } from "./unrolled/shown";
import { useLane } from "./useLane";

/** The shown trace and pair, or null before the first trace. */
export function useShownStep(): Shown | null {
  const trace = useLane((lane) => lane.run.trace);
  const requested = useApp((state) => state.view.step);
  const column = useApp((state) => state.view.column);
  const index = clampStep(trace, requested);
  const step = trace?.steps[index];
  return trace && step ? { trace, index, step, column: shownColumn(step, column) } : null;
}
