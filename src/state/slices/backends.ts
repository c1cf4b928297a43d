/** The ways of computing as the page knows them: what a step takes on each, and which is to be used. */
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

/** In the order in which they are listed and timed: of two that are about as fast, the first is taken. */
export const BACKENDS = Object.keys(KNOWN) as readonly BackendName[];

export function isBackend(text: unknown): text is BackendName {
  return BACKENDS.some((name) => name === text);
}

export type BackendChoice = "automatic" | BackendName;

export function isBackendChoice(text: unknown): text is BackendChoice {
  return text === "automatic" || isBackend(text);
}

/** What a training step of one model takes, by backend. */
export type StepTimes = Readonly<Partial<Record<BackendName, StepTime>>>;

/** What was measured on this device, by model; the latest last. */
export type Measurements = Readonly<Record<string, Measurement>>;

export interface Measurement {
  readonly at: number; // ms since 1970
  readonly times: StepTimes;
}

const MOST_MEASUREMENTS = 24;
const LIFETIME = 30 * 24 * 3_600_000; // ms; browsers and drivers change

/** Fields that make a model another one, and no step longer or shorter. */
const WEIGHTLESS: readonly FieldName[] = ["seed"];

/**
 * What a training step's time depends on, as a key.
 * @param sizes of the model's data; null where no run has told them yet
 * @returns null where the config alone does not say it: own pairs are of any size
 */
export function modelKey(config: Config, sizes: TimedSizes | null): string | null {
  const names = FIELD_NAMES.filter((name) => FIELDS[name].effect === "fresh");
  const parts = names.filter((name) => !WEIGHTLESS.includes(name)).map((name) => config[name]);
  if (config.task !== "pairs") return parts.join(" ");
  if (sizes === null) return null;
  const { sourceTokens, targetTokens, maxSourceLength } = sizes;
  return [...parts, sourceTokens, targetTokens, maxSourceLength].join(" ");
}

/** The measurements with one more; the oldest of too many go. */
export function withMeasurement(
  measurements: Measurements,
  key: string,
  measurement: Measurement,
): Measurements {
  const others = Object.entries(measurements).filter(([other]) => other !== key);
  return Object.fromEntries([...others.slice(1 - MOST_MEASUREMENTS), [key, measurement]]);
}

const ABOUT_AS_FAST = 1.15; // within what two measurements of one thing differ by

/** The fastest backend, or one before it that is about as fast; null where none was timed. */
export function fastestOf(
  times: StepTimes,
  without: readonly BackendName[] = [],
): BackendName | null {
  const timed = BACKENDS.filter((name) => !without.includes(name)).flatMap((name) => {
    const time = times[name];
    return time?.kind === "timed" ? [{ name, milliseconds: time.milliseconds }] : [];
  });
  const least = Math.min(...timed.map(({ milliseconds }) => milliseconds));
  return timed.find(({ milliseconds }) => milliseconds <= ABOUT_AS_FAST * least)?.name ?? null;
}

export interface Preference {
  /** The backend that the link insists on. */
  readonly insisted: BackendName | null;
  readonly choice: BackendChoice;
  /** Those that went away or did not come up since the page was loaded. */
  readonly lost: readonly BackendName[];
}

/** The backend to try first: the link's, else the student's, else the fastest; null leaves it to the worker. */
export function backendToRequest(
  { insisted, choice, lost }: Preference,
  times: StepTimes,
): RequestedBackend | null {
  const isLeft = (name: BackendName): boolean => !lost.includes(name);
  if (insisted !== null && isLeft(insisted)) return { name: insisted, by: "link" };
  if (choice !== "automatic" && isLeft(choice)) return { name: choice, by: "choice" };
  const fastest = fastestOf(times, lost);
  return fastest === null ? null : { name: fastest, by: "measurement" };
}

export interface ReadingSettings {
  readonly now: number; // ms since 1970
  /** Whether the page may have threads: that there were none is then of a time when its server sent other headers. */
  readonly hasThreads: boolean;
}

/** Measurements from untrusted text: what is no measurement, and what no longer holds, is left out. */
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
