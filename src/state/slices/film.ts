/** The opening film: the map of one example at earlier updates, which forms before the student's eyes. */
import type { Trace } from "../../engine/results/trace";

/** One picture of the film. */
export interface FilmFrame {
  /** The training update whose weights decoded it. */
  readonly update: number;
  readonly trace: Trace;
}

/** "wanted": its pictures are loading. "missing": the page has none for this model. Null: no film runs. */
export type Film = FilmFrame | "wanted" | "missing" | null;

/** The picture that covers the trace on the stage; null: no film runs. */
export function shownFrame(film: Film): FilmFrame | null {
  return typeof film === "string" ? null : film;
}
