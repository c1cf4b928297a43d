/** Compares two traces part by part. */

/** The places where two plain values differ: another structure, or a number that is off by more than the tolerance. */
export function differences(
  actual: unknown,
  expected: unknown,
  tolerance: number,
  place = "",
): readonly string[] {
  if (typeof expected === "number" && typeof actual === "number")
    return isNear([actual], [expected], tolerance) ? [] : [`${place}: ${actual}, not ${expected}`];
  if (expected instanceof Float32Array) {
    const isSame = actual instanceof Float32Array && isNear(actual, expected, tolerance);
    return isSame ? [] : [`${place}: other numbers`];
  }
  if (typeof expected !== "object" || expected === null || typeof actual !== "object" || !actual)
    return Object.is(actual, expected) ? [] : [`${place}: ${String(actual)}`];
  const [theirs, ours] = [expected, actual] as Record<string, unknown>[];
  const names = new Set([...Object.keys(theirs ?? {}), ...Object.keys(ours ?? {})]);
  return [...names].flatMap((name) =>
    differences(ours?.[name], theirs?.[name], tolerance, `${place}/${name}`),
  );
}

/** Whether every number is within the tolerance, relative to the largest one where that is above 1. */
function isNear(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  tolerance: number,
): boolean {
  if (actual.length !== expected.length) return false;
  let [worst, scale] = [0, 1];
  for (let i = 0; i < expected.length; i++) {
    worst = Math.max(worst, Math.abs((actual[i] ?? Number.NaN) - (expected[i] ?? Number.NaN)));
    scale = Math.max(scale, Math.abs(expected[i] ?? 0));
  }
  return worst <= tolerance * scale; // NaN is not
}
