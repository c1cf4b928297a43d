/** The error of numbers relative to the largest of them. */

/** The largest difference as a share of the largest expected value. NaN if any of them is NaN. */
export function worstError(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  let [worst, scale] = [0, 1e-9];
  for (let i = 0; i < expected.length; i++) {
    const difference = Math.abs((actual[i] ?? Number.NaN) - (expected[i] ?? Number.NaN));
    worst = Math.max(worst, difference); // NaN stays
    scale = Math.max(scale, Math.abs(expected[i] ?? 0));
  }
  return worst / scale;
}
