/** Both models are timed one after the other, and only the times of the present models are shown. */
import { afterEach, beforeEach, expect, test } from "vitest";
import type { BackendReport, TimeCommand, TimeEvent } from "../../workers/protocol";
import { setTimingPort } from "../ports/measuringPort";
import { TIMED_LENGTHS, timedPair } from "../slices/lengthTimes";
import { INITIAL_LANE } from "../slices/lane";
import { INITIAL_RUN } from "../slices/run";
import { INITIAL_STATE, setLane, setRun, useApp } from "../store";
import { readyWith } from "../testing/events";
import { stopTimingLengths, timeLengths } from "./lengthTimes";

interface Timer {
  readonly command: TimeCommand;
  readonly post: (event: TimeEvent) => void;
  isAlive: boolean;
}

const BACKEND: BackendReport = {
  name: "wasm",
  reason: "first",
  missed: null,
  path: "fused",
  detail: null,
};

let timers: Timer[] = [];

beforeEach(() => {
  timers = [];
  setTimingPort((command, post) => {
    const timer = { command, post, isAlive: true };
    timers.push(timer);
    return () => (timer.isAlive = false);
  });
  const lane = {
    ...INITIAL_LANE,
    run: {
      ...INITIAL_RUN,
      status: "idle" as const,
      info: readyWith({}).info,
      backend: BACKEND,
    },
  };
  useApp.setState({ ...INITIAL_STATE, lanes: { a: lane, b: lane } });
  setLane("b", { config: { ...lane.config, network: "transformer" } });
});

afterEach(() => {
  stopTimingLengths();
  setTimingPort(null);
});

/** The worker of the newest job answers. */
function answer(milliseconds: number): void {
  const timer = timers.at(-1);
  timer?.post({ type: "timed", name: "wasm", time: { kind: "timed", milliseconds } });
  timer?.post({ type: "timedAll" });
}

test("every length of both models is timed, one worker at a time", () => {
  timeLengths();
  for (let job = 0; job < 2 * TIMED_LENGTHS.length; job++) {
    expect(timers.filter(({ isAlive }) => isAlive)).toHaveLength(1);
    answer(job);
  }
  expect(timers.filter(({ isAlive }) => isAlive)).toHaveLength(0);
  const { points, isRunning } = useApp.getState().lengthTimes ?? {};
  expect(isRunning).toBe(false);
  expect(points?.b.map(({ length }) => length)).toEqual([...TIMED_LENGTHS]);
  expect(points?.b[1]?.milliseconds).toBe(3);
  const networks = timers.map(({ command }) => command.config.network);
  expect(networks.slice(0, 2)).toEqual(["recurrent", "transformer"]);
});

test("stopped, it keeps what is timed; with other settings the times are those of other models", () => {
  timeLengths();
  answer(5);
  stopTimingLengths();
  expect(timers.at(-1)?.isAlive).toBe(false);
  const times = useApp.getState().lengthTimes;
  expect(times?.points.a).toHaveLength(1);
  expect(timedPair(useApp.getState().lanes)?.key).toBe(times?.key);
  setLane("b", { config: { ...INITIAL_LANE.config, network: "transformer", heads: "4" } });
  expect(timedPair(useApp.getState().lanes)?.key).not.toBe(times?.key);
});

test("nothing is timed while a model trains", () => {
  setRun("b", { status: "training" });
  timeLengths();
  expect(timers).toEqual([]);
});
