/** The opening film on a clock that the test turns. */
import { beforeAll, afterEach, beforeEach, expect, it, vi } from "vitest";
import { eventually } from "../../testing/eventually";
import { makeTrace } from "../../vis/testing/traces";
import type { FilmFrame } from "../../engine/files/filmCodec";
import { shownFrame } from "../slices/film";
import { LANE } from "../slices/lane";
import { laneOf, setRun, useApp } from "../store";
import { openPage, page } from "../testing/openedPage";
import { loadActs, page as acts, student } from "../actions/acts";
import { type After, runFilms } from "./film";

const FRAMES: readonly FilmFrame[] = [10, 40, 600].map((update) => ({
  update,
  trace: makeTrace({ seed: update }),
}));

/** A film that arrives when the test delivers it. */
function lateFilm() {
  const waiters: ((frames: readonly FilmFrame[]) => void)[] = [];
  const promise = new Promise<readonly FilmFrame[]>((resolve) => waiters.push(resolve));
  return { promise, deliver: (frames: readonly FilmFrame[]) => waiters[0]?.(frames) };
}

let waiting: { at: number; run: () => void }[] = [];
let time = 0;
let stop = (): void => undefined;

const after: After = (milliseconds, run) => {
  const entry = { at: time + milliseconds, run };
  waiting.push(entry);
  return () => (waiting = waiting.filter((each) => each !== entry));
};

/** Turns the clock in short moves, so that each timer starts when the one before has ended. */
function turnClock(milliseconds: number): void {
  const end = time + milliseconds;
  while (time < end) {
    time += 100;
    const due = waiting.filter(({ at }) => at <= time);
    waiting = waiting.filter(({ at }) => at > time);
    due.forEach(({ run }) => run());
  }
}

const update = (): number | undefined => shownFrame(useApp.getState().film)?.update;

async function play(frames: readonly FilmFrame[] | null = FRAMES): Promise<void> {
  stop = runFilms({ load: async () => frames, after });
  acts.playOpening();
  await eventually(() => expect(useApp.getState().film).not.toBe("wanted"));
}

beforeAll(loadActs);

beforeEach(() => {
  openPage();
  setRun(LANE, { trace: makeTrace() });
  waiting = [];
  time = 0;
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

it("shows the updates in their order and ends by itself in five to six seconds", async () => {
  await play();
  const seen = [update()];
  while (shownFrame(useApp.getState().film) !== null) {
    turnClock(100);
    if (update() !== seen.at(-1)) seen.push(update());
  }
  expect(seen).toEqual([10, 40, 600, undefined]);
  expect(time).toBeGreaterThanOrEqual(5000);
  expect(time).toBeLessThanOrEqual(6000);
});

it("touches neither the run nor the view and asks nothing of the worker", async () => {
  const before = { run: laneOf(LANE).run, view: useApp.getState().view };
  await play();
  turnClock(2000);
  expect(update()).toBe(40);
  expect({ run: laneOf(LANE).run, view: useApp.getState().view }).toEqual(before);
  expect(page.sent).toEqual([]);
});

it("ends at any act of the student, and not at those of the page", async () => {
  await play();
  acts.select(1);
  expect(update()).toBe(10);
  student.select(2);
  expect(useApp.getState().film).toBeNull();
  expect(waiting).toEqual([]);
});

it("does not begin after an act that came while it loaded", async () => {
  const { promise, deliver } = lateFilm();
  stop = runFilms({ load: () => promise, after });
  acts.playOpening();
  student.train();
  deliver(FRAMES);
  await promise;
  expect(useApp.getState().film).toBeNull();
});

it("plays again from its beginning when the student asks", async () => {
  await play();
  turnClock(4000);
  expect(update()).toBe(600);
  student.playOpening();
  await eventually(() => expect(update()).toBe(10));
});

it("is missing without pictures, and where they are of another example", async () => {
  await play(null);
  expect(useApp.getState().film).toBe("missing");
  stop();
  useApp.setState({ film: null });
  await play([{ update: 1, trace: makeTrace({ source: ["x"] }) }]);
  expect(useApp.getState().film).toBe("missing");
});
