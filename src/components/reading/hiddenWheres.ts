/** Whether the page's link hides where something can be seen. */
import type { Place } from "../../places";
import type { Hideable } from "../../state/slices/classroom";
import type { Where } from "./wheres";

const PLACES: Readonly<Partial<Record<Place, Hideable>>> = {
  rail: "rail",
  inspector: "inspector",
  "next-token": "inspector",
  curves: "timeline",
  stats: "timeline",
  results: "results",
  exposure: "results",
};

export function isHiddenWhere({ place, view }: Where, hidden: readonly Hideable[]): boolean {
  const around = PLACES[place];
  const isCode = view.inspector === "pytorch";
  return (around !== undefined && hidden.includes(around)) || (isCode && hidden.includes("code"));
}
