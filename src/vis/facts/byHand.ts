/** What of a decode the student set by hand, and what it was without the edits. */
import { hiddenOf, isSetAt } from "../../engine/edits/edit";
import type { DecoderStep, Trace } from "../../engine/results/trace";
import type { TokenView } from "../../engine/text/tokens";

/** The same step of the decode without edits; null where there are no edits, or that decode has no such step. */
export function untouchedStep({ untouched }: Trace, row: number): DecoderStep | null {
  return untouched?.steps[row] ?? null;
}

/** The parts of a step that an edit sets. */
export type StepPart = "look" | "emptyContext" | "emptyState";

export function isSetByHand({ show }: Trace, part: StepPart, step: number): boolean {
  return isSetAt(show.edits, part, step);
}

/** Whether the student hides this source position from the attention. */
export function isHiddenByHand({ show }: Trace, position: number): boolean {
  return hiddenOf(show.edits).has(position);
}

/** The weight before the edits as the map writes it, where the two digits differ; null where they are the same. */
export function weightBefore(
  step: DecoderStep,
  before: DecoderStep | null,
  column: number,
): number | null {
  if (!before) return null;
  const was = before.attention?.weights[column] ?? 0; // padding of an edit had no weight
  const now = step.attention?.weights[column] ?? 0;
  return was.toFixed(2) === now.toFixed(2) ? null : was;
}

/** The token before the edits where it differs; null where it is the same, or the decode had no such step. */
export function tokenBefore(now: TokenView, before: TokenView | undefined): TokenView | null {
  return before && before.id !== now.id ? before : null;
}
