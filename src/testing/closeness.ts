/** Compares numbers with a tolerance relative to the largest of them. */
import { expect } from "vitest";
import { worstError } from "./worstError";

/** Expects max |difference| <= tolerance x max |expected|, and the same count. */
export function expectClose(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  tolerance: number,
): void {
  expect(actual.length).toBe(expected.length);
  expect(worstError(actual, expected)).toBeLessThanOrEqual(tolerance);
}
