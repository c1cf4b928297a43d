/** The trace on the stage and the pair (step, column) that all figures highlight. */
import { useApp } from "../state/store";
import { shownFrame } from "../state/slices/film";
import { clampStep, shownColumn } from "../state/slices/view";
import { untouchedOf } from "../vis/facts/untouched";
import { useHiddenFrom } from "./lesson/useLessonNow";
import type { Shown } from "./unrolled/shown";
import { useLane } from "./useLane";

/** The shown trace and pair, or null before the first trace. */
export function useShownStep(): Shown | null {
  const current = useLane((lane) => lane.run.trace);
  const frame = useApp((state) => shownFrame(state.film));
  const isUntouched = useApp((state) => state.view.showsUntouched);
  const edited = frame?.trace ?? current;
  const trace = edited && isUntouched ? untouchedOf(edited) : edited;
  const requested = useApp((state) => state.view.step);
  const column = useApp((state) => state.view.column);
  const hiddenFrom = useHiddenFrom();
  const index = Math.max(0, Math.min(clampStep(trace, requested), (hiddenFrom ?? Infinity) - 1));
  const step = trace?.steps[index];
  return trace && step ? { trace, index, step, column: shownColumn(step, column) } : null;
}
