/** Opens the derivation of a number. The selection follows: a number belongs to a step, and a score to a pair. */
import { useCallback } from "react";
import { writePlace } from "../../engine/derivation/placeText";
import type { Place } from "../../engine/derivation/quantity";
import { student } from "../../state/actions/acts";
import type { OnDerive, Shown } from "../unrolled/shown";

function stepOf(place: Place): number | null {
  if (place.kind !== "unit") return place.step;
  return "step" in place.subject ? place.subject.step : null;
}

export function useOpenPlace({ index, column }: Pick<Shown, "index" | "column">): OnDerive {
  return useCallback(
    (place) => {
      const step = stepOf(place) ?? index;
      const position = "position" in place ? place.position : null;
      const isOther = step !== index || (position !== null && position !== column);
      if (isOther) student.selectByHand(step, position);
      student.derive(writePlace(place));
    },
    [index, column],
  );
}
