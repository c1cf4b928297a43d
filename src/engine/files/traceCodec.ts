/** A Trace as JSON text: for traces that are shipped with the page. */
import type { Trace } from "../results/trace";

const DIGITS = 5; // significant; enough for every figure, a third of the size

/** Typed arrays become { "f32": [numbers] }. */
export function writeTrace(trace: Trace): string {
  return JSON.stringify(trace, (_, value: unknown) =>
    value instanceof Float32Array
      ? { f32: Array.from(value, (x) => Number(x.toPrecision(DIGITS))) }
      : value,
  );
}

/**
 * The trace that `writeTrace` wrote.
 * @throws SyntaxError where the text is not JSON; the files are the project's own, so nothing else is checked
 */
export function readTrace(text: string): Trace {
  return JSON.parse(text, (_, value: unknown) =>
    isPackedArray(value) ? Float32Array.from(value.f32) : value,
  ) as Trace;
}

function isPackedArray(value: unknown): value is { readonly f32: number[] } {
  return typeof value === "object" && value !== null && "f32" in value && Array.isArray(value.f32);
}
