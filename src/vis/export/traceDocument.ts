/**
 * A Trace as a document for other programs: JSON with plain arrays, described by `public/trace.schema.json`. A matrix is
 * a list of rows, so that it can become an array of NumPy or R as it stands.
 */
import type { Matrix, Trace } from "../../engine/results/trace";
import { matrixRow } from "../../engine/results/vectors";

/** It changes when a reader of the earlier documents would fail or misread. */
const TRACE_VERSION = 1;
const FORMAT = "seq2seq-lab-trace";
const DIGITS = 9; // significant: as many as tell all 32-bit numbers apart

export type Json =
  null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Without the run's id, which means nothing outside the page. */
export function traceDocument(trace: Trace): Json {
  return {
    format: FORMAT,
    version: TRACE_VERSION,
    ...(plain({ ...trace, runId: undefined }) as object),
  };
}

export function writeTrace(trace: Trace): string {
  return `${JSON.stringify(traceDocument(trace))}\n`;
}

function plain(value: unknown): Json {
  if (value instanceof Float32Array) return Array.from(value, shortened);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === "number") return shortened(value);
  if (typeof value !== "object" || value === null) return value as Json;
  if (isMatrix(value))
    return Array.from({ length: value.rows }, (_, i) => plain(matrixRow(value, i)));
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.fromEntries(entries.map(([key, each]) => [key, plain(each)]));
}

function isMatrix(value: object): value is Matrix {
  return "rows" in value && "columns" in value && "data" in value;
}

/** As short as it can be so that the same 32-bit number is read back; null where it is no finite number. */
function shortened(value: number): number | null {
  return Number.isFinite(value) ? Number(value.toPrecision(DIGITS)) : null;
}
