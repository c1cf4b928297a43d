/** Waits until an expectation holds, also on a busy machine. */
import { vi } from "vitest";

const LIMIT = 300_000; // ms; ends a test that hangs

export function eventually<T>(check: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(check, { timeout: LIMIT });
}
