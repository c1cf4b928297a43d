/** Which numbers of an edited decode a hand has set, so that they follow from nothing. */
import { hiddenOf, isSetAt } from "../edits/edit";
import type { Subject } from "../results/subject";
import type { Trace } from "../results/trace";
import type { Place } from "./quantity";

function isSubjectByHand({ show: { edits } }: Trace, subject: Subject): boolean {
  switch (subject.kind) {
    case "context":
      return isSetAt(edits, "emptyContext", subject.step);
    case "previous":
    case "previousMemory":
      return isSetAt(edits, "emptyState", subject.step);
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
  return isSetAt(edits, "look", place.step) || hiddenOf(edits).has(place.position);
}
