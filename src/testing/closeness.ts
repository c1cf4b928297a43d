/** How near numbers must be, measured against the largest of them. */
import { expect } from "vitest";
import { worstError } from "./worstError";

/** Expects max |difference| <= tolerance x max |expected|, and as many numbers. */
export function expectClose(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  tolerance: number,
): void {
  expect(actual.length).toBe(expected.length);
  expect(worstError(actual, expected)).toBeLessThanOrEqual(tolerance);
}
