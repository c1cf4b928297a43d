/** Waits until an expectation holds, however busy the machine is. */
import { vi } from "vitest";

const PATIENCE = 300_000; // ms; ends a test that would wait for ever

export function eventually<T>(check: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(check, { timeout: PATIENCE });
}
