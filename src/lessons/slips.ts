/** Where answers go wrong, for lessons about feeding. */
import type { DecoderStep, Trace } from "../engine/results/trace";

/** The first row whose token is not that of the right answer; -1: there is none, or the right answer is unknown. */
export function firstSlip({ steps, expected }: Pick<Trace, "steps" | "expected">): number {
  return expected?.findIndex(({ id }, row) => steps[row]?.chosen.id !== id) ?? -1;
}

type Said = readonly Pick<DecoderStep, "chosen">[];

/** The first row in which two answers write different tokens; -1: one of them may go on, but none differs. */
export function firstDifference(one: Said, other: Said): number {
  return one.findIndex(({ chosen }, row) => other[row] && other[row].chosen.id !== chosen.id);
}
