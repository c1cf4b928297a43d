/** Traces as JSON text: the format of the shipped traces. */
import type { Trace } from "../results/trace";
import { type ShippedTrace, unedited, withoutEdits } from "./shippedTrace";

const DIGITS = 5; // significant; enough for every figure, at a third of the size

/** Typed arrays become { "f32": [numbers] }. */
export function writeTrace(trace: Trace): string {
  return JSON.stringify(withoutEdits(trace), (_, value: unknown) =>
    value instanceof Float32Array
      ? { f32: Array.from(value, (x) => Number(x.toPrecision(DIGITS))) }
      : value,
  );
}

/**
 * Reads a trace that `writeTrace` wrote.
 * @throws SyntaxError if the text is not JSON. No other check: the files are the project's own.
 */
export function readTrace(text: string): Trace {
  const trace = JSON.parse(text, (_, value: unknown) =>
    isPackedArray(value) ? Float32Array.from(value.f32) : value,
  ) as ShippedTrace;
  return unedited(trace);
}

function isPackedArray(value: unknown): value is { readonly f32: number[] } {
  return typeof value === "object" && value !== null && "f32" in value && Array.isArray(value.f32);
}
