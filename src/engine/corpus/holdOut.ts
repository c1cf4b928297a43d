/** Splits a user's pairs into training and held-out pairs. */
import { contentHash } from "../tasks/split";
import type { Pair } from "../tasks/task";
import { tokensKey } from "./pairs/collect";

const HELD_OUT_ONE_IN = 10; // sources

export interface SplitPairs {
  readonly train: readonly Pair[];
  /** In the order of hashes: files often have the shortest pairs first. */
  readonly heldOut: readonly Pair[];
}

/**
 * Holds out one source in ten, at least one, with all its targets: those with the lowest hashes. A threshold on the
 * hash would sometimes hold out no pair of a small set.
 */
export function holdOut(pairs: readonly Pair[]): SplitPairs {
  const bySource = new Map<string, Pair[]>();
  for (const pair of pairs) {
    const key = tokensKey(pair.source);
    const group = bySource.get(key);
    if (group) group.push(pair);
    else bySource.set(key, [pair]);
  }
  const byHash = [...bySource]
    .map(([key, group]) => ({ hash: contentHash(key), key, group }))
    .toSorted((a, b) => a.hash - b.hash || (a.key < b.key ? -1 : 1));
  const groups = byHash.slice(0, Math.max(1, Math.round(bySource.size / HELD_OUT_ONE_IN)));
  const heldOutKeys = new Set(groups.map(({ key }) => key));
  return {
    train: pairs.filter((pair) => !heldOutKeys.has(tokensKey(pair.source))),
    heldOut: inRounds(groups.map(({ group }) => group)),
  };
}

/** The first of every group, then the second of every group that has one, and so on. */
function inRounds<T>(groups: readonly (readonly T[])[]): T[] {
  const rounds: T[][] = [];
  for (const group of groups)
    for (const [i, item] of group.entries()) (rounds[i] ??= []).push(item);
  return rounds.flat();
}
