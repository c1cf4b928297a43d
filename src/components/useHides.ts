/** Whether the page's link hides a place of the page. */
import type { Hideable } from "../state/slices/classroom";
import { useApp } from "../state/store";

export function useHides(place: Hideable): boolean {
  return useApp(({ view }) => view.hidden.includes(place));
}
