/** What an error that nobody expected means for the page. */
import type { Failure } from "./protocol";

/** Tensor libraries throw plain Errors; running out of memory is told by its words. */
export function describeError(error: unknown): Failure {
  const detail = error instanceof Error ? error.message : String(error);
  const memory =
    error instanceof RangeError || /out of memory|allocation failed|memory access/i.test(detail);
  return { kind: memory ? "outOfMemory" : "crash", detail };
}
