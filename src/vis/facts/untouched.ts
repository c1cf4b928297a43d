/** The decode without the student's edits as a trace of its own, for a look at what was. */
import type { Trace } from "../../engine/results/trace";

const views = new WeakMap<Trace, Trace>(); // the same object every time, so that figures keep what they drew

/** The trace itself where it has no edits. */
export function untouchedOf(trace: Trace): Trace {
  if (!trace.untouched) return trace;
  const known = views.get(trace);
  if (known) return known;
  const show = { ...trace.show, edits: [] };
  const view: Trace = { ...trace, ...trace.untouched, show, untouched: null, beside: null };
  views.set(trace, view);
  return view;
}
