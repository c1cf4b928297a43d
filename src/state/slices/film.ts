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

const FILM_MS = 5500;

/** Calls back after a time; returns a function that cancels it. */
export type After = (milliseconds: number, run: () => void) => () => void;

/**
 * Plays the frames in equal times, then null.
 * @returns a function that stops it without a further picture
 */
export function playFrames(
  frames: readonly FilmFrame[],
  after: After,
  show: (frame: FilmFrame | null) => void,
): () => void {
  let cancel = (): void => undefined;
  const showFrom = (index: number): void => {
    const frame = frames[index] ?? null;
    if (frame) cancel = after(FILM_MS / frames.length, () => showFrom(index + 1));
    show(frame);
  };
  showFrom(0);
  return () => cancel();
}
