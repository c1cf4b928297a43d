/** The opening film: the map of one example at earlier updates, which forms before the student's eyes. */
import type { FilmFrame } from "../../engine/files/filmCodec";

/** "wanted": its pictures are loading. "missing": the page has none for this model. Null: no film runs. */
export type Film = FilmFrame | "wanted" | "missing" | null;

/** The picture that covers the trace on the stage; null: no film runs. */
export function shownFrame(film: Film): FilmFrame | null {
  return typeof film === "string" ? null : film;
}
