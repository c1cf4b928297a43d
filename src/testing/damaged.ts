/** Records with random damage. */
import type { Random } from "../engine/rng";

type Plain = Record<string | number, unknown>;

/** Values in the place of others: of other types, empty, huge, and such that arithmetic spreads. */
const ODD: readonly unknown[] = [
  undefined,
  null,
  true,
  "",
  "constructor",
  -1,
  0.5,
  2 ** 40,
  Number.NaN,
  Infinity,
  [],
  {},
  new Float32Array(0),
  new Float64Array(4),
  new Date(0),
];

const pick = <T>(random: Random, from: readonly T[]): T => from[random.below(from.length)] as T;

/** A copy of a record with a change at one place, at any depth. */
export function damaged(random: Random, value: unknown): unknown {
  const isInside = random.below(3) > 0;
  if (value instanceof Float32Array) return damageNumbers(random, value);
  if (typeof value === "string" && isInside) return damageText(random, value);
  if (typeof value !== "object" || value === null || !isInside) return pick(random, ODD);
  const keys = Object.keys(value);
  if (keys.length === 0) return pick(random, ODD);
  const key = pick(random, keys);
  const copy = (Array.isArray(value) ? value.slice() : { ...value }) as Plain;
  if (random.below(6) === 0) delete copy[key];
  else copy[key] = damaged(random, copy[key]);
  return copy;
}

function damageNumbers(random: Random, values: Float32Array): unknown {
  const copy = values.slice();
  switch (random.below(5)) {
    case 0:
      return copy.subarray(random.below(copy.length + 1));
    case 1:
      return new Float32Array(copy.length);
    case 2:
      return pick(random, ODD);
    default:
      copy[random.below(copy.length)] = pick(random, [Number.NaN, -Infinity, -1, 1e30, 0]);
      return copy;
  }
}

function damageText(random: Random, text: string): string {
  const at = random.below(text.length + 1);
  const put = pick(random, ["", "0", "-", '"', "}", "null", "e9", "한"]);
  return text.slice(0, at) + put + text.slice(at + random.below(4));
}
