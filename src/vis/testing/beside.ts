/** Synthetic traces with another decode beside them. */
import type { BesideKind } from "../../engine/beside";
import { toBesideDecode } from "../../engine/results/besideDecode";
import type { Trace } from "../../engine/results/trace";

/** The trace with the other one beside it, as the worker puts it there. */
export function withBeside(trace: Trace, kind: BesideKind, other: Trace): Trace {
  const show = { ...trace.show, beside: kind };
  return { ...trace, show, beside: toBesideDecode(kind, other) };
}
