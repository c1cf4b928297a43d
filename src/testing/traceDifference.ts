/** Compares two traces part by part. */

/** The places where two plain values differ: another structure, or a number that is off by more than the tolerance. */
export function differences(
  actual: unknown,
  expected: unknown,
  tolerance: number,
  place = "",
): readonly string[] {
  if (isRecord(actual) && isRecord(expected)) {
    const names = [...new Set([...Object.keys(expected), ...Object.keys(actual)])];
    return names.flatMap((name) =>
      differences(actual[name], expected[name], tolerance, `${place}/${name}`),
    );
  }
  const [ours, theirs] = [numbersOf(actual), numbersOf(expected)];
  const isSame = ours && theirs ? isNear(ours, theirs, tolerance) : Object.is(actual, expected);
  return isSame ? [] : [place];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !ArrayBuffer.isView(value);
}

function numbersOf(value: unknown): ArrayLike<number> | null {
  if (typeof value === "number") return [value];
  return value instanceof Float32Array ? value : null;
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
