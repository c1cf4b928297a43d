/** Where two records differ. */

/**
 * A decode alone adds up in another order than two at a time, which changes the eighth digit. The difference counts, not
 * the digits: two values a little apart can have another fifth digit.
 */
const ROUNDING = 1e-5;

/**
 * The places of what differs, with both values.
 * @param path of these two in their records
 */
export function differences(before: unknown, after: unknown, path = ""): string[] {
  if (Object.is(before, after)) return [];
  if (typeof before === "number" && typeof after === "number")
    return Math.abs(before - after) <= ROUNDING ? [] : [`${path}: ${before} -> ${after}`];
  if (!isRecord(before) || !isRecord(after))
    return [`${path}: ${JSON.stringify(before)} -> ${JSON.stringify(after)}`];
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].flatMap((name) =>
    differences(before[name], after[name], path === "" ? name : `${path}.${name}`),
  );
}

/** An object or an array, by its keys. */
function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
