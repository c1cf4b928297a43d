/** A trace with a selection of its own, so gallery figures react to clicks as on the page. */
import { useState } from "react";
import type { Trace } from "../src/engine/results/trace";
import type { OnSelect, Shown } from "../src/components/unrolled/shown";
import { clampStep, LAST_STEP, shownColumn } from "../src/state/slices/view";

interface Selectable extends Shown {
  readonly onSelect: OnSelect;
}

/** @param first the first selected step, 0-based; by default the last one */
export function useShown(trace: Trace, first = LAST_STEP): Selectable {
  const [pair, setPair] = useState<{ step: number; column: number | null }>({
    step: first,
    column: null,
  });
  const index = clampStep(trace, pair.step);
  const step = trace.steps[index];
  if (!step) throw new Error("gallery: the trace has no steps");
  const column = shownColumn(step, pair.column);
  return {
    trace,
    index,
    step,
    column,
    onSelect: (picked, at) => setPair({ step: picked, column: at }),
  };
}

/** The gallery has no inspector: a click on a tile has no effect. */
export function ignore(): void {}
