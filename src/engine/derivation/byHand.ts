/** Which numbers of an edited decode a hand has set, so that they follow from nothing. */
import { editsOf, hiddenOf } from "../edits/edit";
import type { Subject } from "../results/subject";
import type { Trace } from "../results/trace";
import type { Place } from "./quantity";

/** The state that enters this step is emptied. */
function isStateEmptied({ show }: Trace, step: number): boolean {
  return editsOf(show.edits, "emptyState").some((edit) => edit.step === step);
}

function isSubjectByHand(trace: Trace, subject: Subject): boolean {
  switch (subject.kind) {
    case "context":
      return editsOf(trace.show.edits, "emptyContext").some(({ step }) => step === subject.step);
    case "previous":
    case "previousMemory":
      return isStateEmptied(trace, subject.step);
    case "input":
    case "combined":
    case "fedCombined":
    case "state":
    case "memory":
    case "gate":
    case "encoder":
    case "embedding":
      return false;
    default:
      return subject satisfies never;
  }
}

/** A weight of a row by hand, a hidden token's weight, or a unit of a vector that a hand has emptied. */
export function isByHand(trace: Trace, place: Place): boolean {
  const { edits } = trace.show;
  if (place.kind === "unit") return isSubjectByHand(trace, place.subject);
  if (place.kind !== "weight") return false;
  const isRow = editsOf(edits, "look").some(({ step }) => step === place.step);
  return isRow || hiddenOf(edits).has(place.position);
}
