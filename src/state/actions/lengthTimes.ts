/** Times an update of both compared models by length, one model and one length after the other, in a worker of its own. */
import { TIMED_LENGTHS, type TimedPair, timedPair, withTime } from "../slices/lengthTimes";
import { askToTime } from "../ports/measuringPort";
import { useApp } from "../store";
import type { LaneId } from "../../workers/protocol";

interface Job {
  readonly lane: LaneId;
  readonly length: number;
}

const JOBS: readonly Job[] = TIMED_LENGTHS.flatMap((length) =>
  (["a", "b"] as const).map((lane) => ({ lane, length })),
);

let end: (() => void) | null = null;

/** Begins again. While a model trains nothing is timed, because both would be slower. */
export function timeLengths(): void {
  stopTimingLengths();
  const { lanes } = useApp.getState();
  const pair = timedPair(lanes);
  if (pair === null || lanes.a.run.status !== "idle" || lanes.b?.run.status !== "idle") return;
  const points = { a: [], b: [] };
  useApp.setState({ lengthTimes: { key: pair.key, points, isRunning: true } });
  carryOut(pair, JOBS);
}

/** Ends the timing that goes on, if any; what is timed already stays. */
export function stopTimingLengths(): void {
  end?.();
  end = null;
  useApp.setState(({ lengthTimes }) => ({
    lengthTimes: lengthTimes && { ...lengthTimes, isRunning: false },
  }));
}

function carryOut(pair: TimedPair, [job, ...rest]: readonly Job[]): void {
  if (!job) return stopTimingLengths();
  const command = {
    type: "time",
    config: pair.configs[job.lane],
    sizes: { ...pair.sizes, maxSourceLength: job.length },
    backends: [pair.backend],
    skip: [],
  } as const;
  end = askToTime(command, (event) => {
    if (event.type === "timedAll") {
      end?.();
      return carryOut(pair, rest);
    }
    if (event.time.kind !== "timed") return;
    const point = { length: job.length, milliseconds: event.time.milliseconds };
    useApp.setState(({ lengthTimes }) => ({
      lengthTimes: lengthTimes && withTime(lengthTimes, job.lane, point),
    }));
  });
  if (end === null) stopTimingLengths(); // the page cannot time yet
}
