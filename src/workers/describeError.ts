/** Turns an unexpected error into a failure that the page can show. */
import type { Failure } from "./protocol";

/** Tensor libraries throw plain Errors, so running out of memory shows in the message only. */
export function describeError(error: unknown): Failure {
  const detail = error instanceof Error ? error.message : String(error);
  const memory =
    error instanceof RangeError || /out of memory|allocation failed|memory access/i.test(detail);
  return { kind: memory ? "outOfMemory" : "crash", detail };
}
