/** How long an update of each of two models takes, by length, as this device has measured it. */
import type { Config } from "../../engine/setup/config";
import type { BackendName, LaneId, TimedSizes } from "../../workers/protocol";
import { modelKey } from "./backends";
import type { Lane } from "./lane";

/** Most tokens of the timed sources and answers. */
export const TIMED_LENGTHS = [4, 8, 16, 32] as const;

export interface TimedLength {
  readonly length: number; //       most tokens of a source, and of an answer
  readonly milliseconds: number; // of one update
}

export interface LengthTimes {
  /** Of the models and the backend that are timed (`timedKey`). */
  readonly key: string;
  readonly points: Readonly<Record<LaneId, readonly TimedLength[]>>; // shortest first
  readonly isRunning: boolean;
}

/** The models that can be timed now, and where. */
export interface TimedPair {
  readonly key: string;
  readonly configs: Readonly<Record<LaneId, Config>>;
  readonly sizes: TimedSizes;
  readonly backend: BackendName;
}

/** Both models with random tokens in place of their task, which has its own lengths; null: nothing to time yet. */
export function timedPair({ a, b }: { readonly a: Lane; readonly b?: Lane }): TimedPair | null {
  const { info, backend } = a.run;
  if (!b || !info || !backend) return null;
  const sizes = { ...info, maxSourceLength: Math.max(...TIMED_LENGTHS) };
  const configs = {
    a: { ...a.config, task: "pairs" as const },
    b: { ...b.config, task: "pairs" as const },
  };
  const keys = [modelKey(configs.a, sizes), modelKey(configs.b, sizes), backend.name];
  return { key: keys.join(" | "), configs, sizes, backend: backend.name };
}

/** With one more point. */
export function withTime(times: LengthTimes, lane: LaneId, point: TimedLength): LengthTimes {
  return { ...times, points: { ...times.points, [lane]: [...times.points[lane], point] } };
}
