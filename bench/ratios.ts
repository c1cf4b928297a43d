/** Ratios of times, round by round: systems take turns, so a slow moment slows both. */
import { type ComparedId, OURS } from "./names";
import type { SizeResult } from "./rounds";
import { ratiosOf } from "./spread";

/** The best of these systems over ours in each round; empty where neither has times. */
export function overOurs(
  size: SizeResult | undefined,
  ...ids: readonly ComparedId[]
): readonly number[] {
  return overSystem(OURS, size, ids);
}

/** The best of these systems over another one in each round; empty where either is missing. */
export function overSystem(
  base: ComparedId,
  size: SizeResult | undefined,
  ids: readonly ComparedId[],
): readonly number[] {
  const ours = size?.milliseconds[base];
  const theirs = ids.flatMap((id) => {
    const times = size?.milliseconds[id];
    return times ? [times] : [];
  });
  if (!ours || theirs.length === 0) return [];
  const best = ours.map((_, round) => Math.min(...theirs.map((times) => times[round] ?? Infinity)));
  return ratiosOf(best, ours);
}

/** Ours over the floor in each round; empty where ours has no times. */
export function overFloor(size: SizeResult | undefined): readonly number[] {
  return ratiosOf(size?.milliseconds[OURS] ?? [], size?.floor ?? []);
}
