/** Shipped traces have no edits and no decode beside them, and most are of recurrent networks; their files leave out what only others need. */
import type { DecoderStep, Trace, TransformerTrace } from "../results/trace";
import type { Show } from "../show";

/** A trace as the files hold it. */
export type ShippedTrace = Omit<
  Trace,
  "transformer" | "swappedSource" | "untouched" | "beside" | "steps" | "show"
> & {
  readonly steps: readonly Omit<DecoderStep, "saidByHand">[];
  readonly show: Omit<Show, "beside">;
  readonly transformer?: TransformerTrace; // absent: the network is recurrent
};

/** The trace for a file. */
export function withoutEdits(trace: Trace): ShippedTrace {
  const { swappedSource: _s, untouched: _u, beside: _b, transformer, show, ...rest } = trace;
  const { beside: _o, ...shown } = show;
  const steps = trace.steps.map(({ saidByHand: _h, ...step }) => step);
  return { ...rest, show: shown, steps, ...(transformer && { transformer }) };
}

/** The fields that the shapes of older shipped traces lack: their networks are recurrent. */
const RECURRENT = { network: "recurrent", heads: "2", positions: "sinusoidal" } as const;

/** The trace of a file. */
export function unedited(trace: ShippedTrace): Trace {
  const steps = trace.steps.map((step) => ({ ...step, saidByHand: false }));
  const show: Show = { ...trace.show, beside: "none" };
  const shape = { ...RECURRENT, ...trace.shape };
  return {
    ...trace,
    shape,
    steps,
    show,
    transformer: trace.transformer ?? null,
    swappedSource: null,
    untouched: null,
    beside: null,
  };
}
