/** The backends: the measured time of a step on each, and the choice among them. */
import { type Config, FIELD_NAMES, FIELDS, type FieldName } from "../../engine/setup/config";
import type { BackendName, RequestedBackend, StepTime, TimedSizes } from "../../workers/protocol";

export type { BackendName, RequestedBackend, StepTime };

const KNOWN: Readonly<Record<BackendName, true>> = {
  webgl: true,
  webgpu: true,
  wasm: true,
  threads: true,
  cpu: true,
};

/** In the order of listing and timing. */
export const BACKENDS = Object.keys(KNOWN) as readonly BackendName[];

export function isBackend(text: unknown): text is BackendName {
  return BACKENDS.some((name) => name === text);
}

export type BackendChoice = "automatic" | BackendName;

export function isBackendChoice(text: unknown): text is BackendChoice {
  return text === "automatic" || isBackend(text);
}

/** The time of a training step of one model, by backend. */
export type StepTimes = Readonly<Partial<Record<BackendName, StepTime>>>;

/** The measurements on this device by model key, the latest last. */
export type Measurements = Readonly<Record<string, Measurement>>;

export interface Measurement {
  readonly at: number; // ms since 1970
  readonly times: StepTimes;
}

const MOST_MEASUREMENTS = 24;
const LIFETIME = 30 * 24 * 3_600_000; // ms; browsers and drivers change

/** Fields that need a fresh model but do not change the time of a step. */
const WITHOUT_COST: readonly FieldName[] = ["seed"];

/**
 * A key of everything that the time of a training step depends on.
 * @param sizes of the model's data; null before the run is ready
 * @returns null for own pairs without sizes, because the config does not contain them
 */
export function modelKey(config: Config, sizes: TimedSizes | null): string | null {
  const names = FIELD_NAMES.filter((name) => FIELDS[name].effect === "fresh");
  const parts = names.filter((name) => !WITHOUT_COST.includes(name)).map((name) => config[name]);
  if (config.task !== "pairs") return parts.join(" ");
  if (sizes === null) return null;
  const { sourceTokens, targetTokens, maxSourceLength } = sizes;
  return [...parts, sourceTokens, targetTokens, maxSourceLength].join(" ");
}

/** The measurements with one more. Beyond the limit, the oldest one goes. */
export function withMeasurement(
  measurements: Measurements,
  key: string,
  measurement: Measurement,
): Measurements {
  const others = Object.entries(measurements).filter(([other]) => other !== key);
  return Object.fromEntries([...others.slice(1 - MOST_MEASUREMENTS), [key, measurement]]);
}

/** The page starts on the first. A later one has to be worth the move. */
const PREFERENCE: readonly BackendName[] = ["wasm", "threads", "webgl", "webgpu", "cpu"];

/** The share of the time that a later backend may take: two measurements of one backend differ by up to a seventh. */
const WORTH_A_MOVE = 0.8;

/** The backend that takes a fifth less time than every one that the page prefers to it; null if no backend has a time. */
export function fastestOf(
  times: StepTimes,
  without: readonly BackendName[] = [],
): BackendName | null {
  let chosen: BackendName | null = null;
  let least = Infinity;
  for (const name of PREFERENCE.filter((each) => !without.includes(each))) {
    const time = times[name];
    if (time?.kind !== "timed" || time.milliseconds > WORTH_A_MOVE * least) continue;
    chosen = name;
    least = time.milliseconds;
  }
  return chosen;
}

export interface Preference {
  /** The backend that the link demands. */
  readonly insisted: BackendName | null;
  readonly choice: BackendChoice;
  /** The backends that failed during this visit. */
  readonly lost: readonly BackendName[];
}

/** The backend to try first: the link's, else the student's, else the fastest; null: the worker decides. */
export function backendToRequest(
  { insisted, choice, lost }: Preference,
  times: StepTimes,
): RequestedBackend | null {
  const isAvailable = (name: BackendName): boolean => !lost.includes(name);
  if (insisted !== null && isAvailable(insisted)) return { name: insisted, by: "link" };
  if (choice !== "automatic" && isAvailable(choice)) return { name: choice, by: "choice" };
  const fastest = fastestOf(times, lost);
  return fastest === null ? null : { name: fastest, by: "measurement" };
}

export interface ReadingSettings {
  readonly now: number; // ms since 1970
  /** Whether the page can use threads now. An older "unavailable" for threads is then out of date. */
  readonly hasThreads: boolean;
}

/** Measurements from untrusted text. It skips invalid and outdated entries. */
export function parseMeasurements(
  text: string | null,
  { now, hasThreads }: ReadingSettings,
): Measurements {
  const holds = (name: string, { kind }: StepTime): boolean =>
    !(hasThreads && name === "threads" && kind === "unavailable");
  const entries = Object.entries(parseObject(text ?? "")).flatMap(([key, value]) => {
    const measurement = asMeasurement(value, holds);
    const isFresh = measurement !== null && now - measurement.at < LIFETIME;
    return isFresh ? [[key, measurement] as const] : [];
  });
  return Object.fromEntries(entries);
}

function parseObject(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    return {};
  }
}

function asMeasurement(
  value: unknown,
  holds: (name: string, time: StepTime) => boolean,
): Measurement | null {
  if (typeof value !== "object" || value === null) return null;
  const { at, times } = value as Partial<Record<keyof Measurement, unknown>>;
  if (typeof at !== "number" || typeof times !== "object" || times === null) return null;
  const known = Object.entries(times).filter(
    ([name, time]: [string, unknown]) => isBackend(name) && isStepTime(time) && holds(name, time),
  );
  return { at, times: Object.fromEntries(known) };
}

function isStepTime(value: unknown): value is StepTime {
  if (typeof value !== "object" || value === null) return false;
  const { kind, milliseconds, why } = value as Readonly<Record<string, unknown>>;
  if (kind === "timed") return Number.isFinite(milliseconds);
  return kind === "unavailable" || (kind === "failed" && typeof why === "string");
}
