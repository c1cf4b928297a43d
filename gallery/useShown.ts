/** A trace with a selection of its own, so that figures in the gallery answer to a click as they do on the page. */
import { useState } from "react";
import type { Trace } from "../src/engine/results/trace";
import type { OnSelect, Shown } from "../src/components/unrolled/shown";
import { clampStep, LAST_STEP, shownColumn } from "../src/state/slices/view";

interface Selectable extends Shown {
  readonly onSelect: OnSelect;
}

/** @param first the step on show at first, 0-based; the last one where none is named */
export function useShown(trace: Trace, first = LAST_STEP): Selectable {
  const [pair, setPair] = useState<{ step: number; column: number | null }>({
    step: first,
    column: null,
  });
  const index = clampStep(trace, pair.step);
  const step = trace.steps[index];
  if (!step) throw new Error("gallery: a trace without steps");
  const column = shownColumn(step, pair.column);
  return {
    trace,
    index,
    step,
    column,
    onSelect: (picked, at) => setPair({ step: picked, column: at }),
  };
}
