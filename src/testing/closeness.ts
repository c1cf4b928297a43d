/** How near numbers must be, measured against the largest of them. */
import { expect } from "vitest";

/** The largest difference as a share of the largest expected value. NaN where any of them is no number. */
export function worstError(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  let [worst, scale] = [0, 1e-9];
  for (let i = 0; i < expected.length; i++) {
    const difference = Math.abs((actual[i] ?? Number.NaN) - (expected[i] ?? Number.NaN));
    worst = Math.max(worst, difference); // NaN stays
    scale = Math.max(scale, Math.abs(expected[i] ?? 0));
  }
  return worst / scale;
}

/** Expects max |difference| <= tolerance x max |expected|, and as many numbers. */
export function expectClose(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  tolerance: number,
): void {
  expect(actual.length).toBe(expected.length);
  expect(worstError(actual, expected)).toBeLessThanOrEqual(tolerance);
}
