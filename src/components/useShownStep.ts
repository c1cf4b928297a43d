/** The trace on the stage and the pair (step, column) that all figures highlight. */
import { useContext } from "react";
import type { Trace } from "../engine/results/trace";
import { shownTrace, useApp } from "../state/store";
import { shownFrame } from "../state/slices/film";
import { clampStep, shownColumn } from "../state/slices/view";
import { atHead } from "../vis/facts/heads";
import { untouchedOf } from "../vis/facts/untouched";
import { withoutExpected } from "../vis/facts/withoutExpected";
import { useCover } from "./lesson/useCover";
import type { Shown } from "./unrolled/shown";
import { useColumnOfA } from "./useColumnOfA";
import { useHides } from "./useHides";
import { LaneContext } from "./useLane";

/** The trace on the stage: in a walk through an update, that of the followed example. */
function useShownTrace(): Trace | null {
  const id = useContext(LaneContext);
  return useApp((state) => shownTrace(state, id));
}

/** The shown trace and pair, or null before the first trace. */
export function useShownStep(): Shown | null {
  const current = useShownTrace();
  const frame = useApp((state) => shownFrame(state.film));
  const isUntouched = useApp((state) => state.view.showsUntouched);
  const edited = frame?.trace ?? current;
  const whole = edited && isUntouched ? untouchedOf(edited) : edited;
  const hidesExpected = useHides("expected");
  const layer = useApp((state) => state.view.layer);
  const head = useApp((state) => state.view.head);
  const looking = whole && atHead(whole, { layer, head });
  const trace = looking && hidesExpected ? withoutExpected(looking) : looking;
  const requested = useApp((state) => state.view.step);
  const column = useColumnOfA()(useApp((state) => state.view.column));
  const { hiddenFrom } = useCover();
  const index = Math.max(0, Math.min(clampStep(trace, requested), (hiddenFrom ?? Infinity) - 1));
  const step = trace?.steps[index];
  return trace && step ? { trace, index, step, column: shownColumn(step, column) } : null;
}
