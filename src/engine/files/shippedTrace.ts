/** Shipped traces have no edits, so their files leave out what only edits need. */
import type { DecoderStep, Trace } from "../results/trace";

/** A trace as the files hold it. */
export type ShippedTrace = Omit<Trace, "swappedSource" | "untouched" | "steps"> & {
  readonly steps: readonly Omit<DecoderStep, "saidByHand">[];
};

/** The trace for a file. */
export function withoutEdits({ swappedSource: _s, untouched: _u, ...trace }: Trace): ShippedTrace {
  return { ...trace, steps: trace.steps.map(({ saidByHand: _h, ...step }) => step) };
}

/** The trace of a file. */
export function unedited(trace: ShippedTrace): Trace {
  const steps = trace.steps.map((step) => ({ ...step, saidByHand: false }));
  return { ...trace, steps, swappedSource: null, untouched: null };
}
