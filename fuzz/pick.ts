/** Seeded choices. */
import type { Random } from "../src/engine/rng";

export function pick<T>(random: Random, from: readonly T[]): T {
  if (from.length === 0) throw new Error("pick: expected something to choose from, got nothing");
  return from[random.below(from.length)] as T;
}

export const coin = (random: Random): boolean => random.below(2) === 1;

/** One of the weighted entries; a weight is a whole number. */
export function pickWeighted<T>(random: Random, from: readonly (readonly [number, T])[]): T {
  const total = from.reduce((sum, [weight]) => sum + weight, 0);
  let at = random.below(total);
  for (const [weight, value] of from) {
    if (at < weight) return value;
    at -= weight;
  }
  throw new Error("pickWeighted: expected a weight, got none");
}
