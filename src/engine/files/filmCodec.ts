/**
 * The film of a shipped model: teacher-forced traces of its first example at earlier updates of its own training run, as
 * JSON text. Every array of numbers becomes bytes between its smallest and its largest number: exact to 0.2 % of that
 * range, an eighth of the size of a shipped trace.
 */
import type { Trace } from "../results/trace";
import { type ShippedTrace, unedited, withoutEdits } from "./shippedTrace";

/** Traces in the order of training; `update` 0 is the fresh model. */
export type ShippedFilm = readonly FilmFrame[];

/** One picture of the film. */
export interface FilmFrame {
  /** The training update whose weights decoded it. */
  readonly update: number;
  readonly trace: Trace;
}

const DIGITS = 3; // significant digits of single numbers
const LEVELS = 255;

/** An array of numbers: value = least + step * byte. */
interface Quantised {
  readonly bytes: string; // base64
  readonly least: number;
  readonly step: number;
}

function quantise(values: Float32Array): Quantised {
  const least = values.reduce((a, b) => Math.min(a, b), Infinity);
  const step = (values.reduce((a, b) => Math.max(a, b), -Infinity) - least) / LEVELS || 1;
  const bytes = Array.from(values, (x) => String.fromCharCode(Math.round((x - least) / step)));
  return { bytes: btoa(bytes.join("")), least: rounded(least), step: rounded(step) };
}

function restore({ bytes, least, step }: Quantised): Float32Array {
  return Float32Array.from(atob(bytes), (byte) => least + step * byte.charCodeAt(0));
}

const rounded = (x: number): number => Number(x.toPrecision(DIGITS));

export function writeFilm(film: ShippedFilm): string {
  const frames = film.map(({ update, trace }) => ({ update, trace: withoutEdits(trace) }));
  return JSON.stringify(frames, (_, value: unknown) => {
    if (value instanceof Float32Array) return quantise(value);
    return typeof value === "number" && !Number.isInteger(value) ? rounded(value) : value;
  });
}

/**
 * Reads a film that `writeFilm` wrote.
 * @throws SyntaxError if the text is not JSON. No other check: the files are the project's own.
 */
export function readFilm(text: string): ShippedFilm {
  const frames = JSON.parse(text, (_, value: unknown) =>
    isQuantised(value) ? restore(value) : value,
  ) as readonly { readonly update: number; readonly trace: ShippedTrace }[];
  return frames.map(({ update, trace }) => ({ update, trace: unedited(trace) }));
}

function isQuantised(value: unknown): value is Quantised {
  return typeof value === "object" && value !== null && "bytes" in value && "step" in value;
}
