/** The keys of the edits in a link. The rest of their codec loads only for a page that has edits. */
import type { EditKind } from "../../engine/edits/edit";

/** A row may be as long as source and pads, so `pads` comes first. */
export const EDIT_KEYS = {
  padding: "pads",
  hide: "hide",
  swapStates: "states",
  temperature: "atemp",
  feed: "put",
  emptyState: "nostate",
  look: "look",
  emptyContext: "nocontext",
  say: "say",
} as const satisfies Record<EditKind, string>;

/** Whether a link names edits. */
export function hasEdits(query: URLSearchParams): boolean {
  return Object.values(EDIT_KEYS).some((key) => query.has(key));
}
