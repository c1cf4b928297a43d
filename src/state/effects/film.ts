/** Plays the opening film when an act wants it. It covers the trace on the stage and touches neither run nor view. */
import type { Config } from "../../engine/setup/config";
import type { FilmFrame } from "../../engine/files/filmCodec";
import { shownFrame } from "../slices/film";
import { LANE } from "../slices/lane";
import { laneOf, useApp } from "../store";

const FILM_MS = 5500;

const NOTHING = (): void => undefined;

/** Calls back after a time; returns a function that cancels it. */
export type After = (milliseconds: number, run: () => void) => () => void;

/**
 * Plays the frames in equal times, then null.
 * @returns a function that stops it without a further picture
 */
function playFrames(
  frames: readonly FilmFrame[],
  after: After,
  show: (frame: FilmFrame | null) => void,
): () => void {
  let cancel: () => void = NOTHING;
  const showFrom = (index: number): void => {
    const frame = frames[index] ?? null;
    if (frame) cancel = after(FILM_MS / frames.length, () => showFrom(index + 1));
    show(frame);
  };
  showFrom(0);
  return () => cancel();
}

interface Projector {
  /** The pictures of the shipped model of these settings; null: there are none. */
  readonly load: (config: Config) => Promise<readonly FilmFrame[] | null>;
  readonly after: After;
}

const textOf = ({ trace }: Pick<FilmFrame, "trace">): string =>
  trace.source.map(({ text }) => text).join(" ");

/** Whether the film is about the example on the stage. */
function isOnShow([first]: readonly FilmFrame[]): boolean {
  const { trace } = laneOf(LANE).run;
  return first !== undefined && trace !== null && textOf(first) === textOf({ trace });
}

/** Runs the films of the page. Any act of the student ends a film; returns a function that stops this. */
export function runFilms({ load, after }: Projector): () => void {
  let stop: () => void = NOTHING;

  async function start(): Promise<void> {
    const frames = await load(laneOf(LANE).config);
    if (useApp.getState().film !== "wanted") return;
    if (!frames || !isOnShow(frames)) return useApp.setState({ film: "missing" });
    stop = playFrames(frames, after, (film) => useApp.setState({ film }));
  }

  return useApp.subscribe(({ film, acts }, before) => {
    if (film === "wanted" && before.film !== "wanted") void start();
    if (film === null && before.film !== null) stop();
    const isAct = acts !== before.acts && acts.at(-1)?.by === "student";
    if (isAct && (film === "wanted" || shownFrame(film))) useApp.setState({ film: null });
  });
}
