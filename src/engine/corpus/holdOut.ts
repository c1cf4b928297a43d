/** Splits a user's pairs into training and held-out pairs. */
import { contentHash } from "../tasks/split";
import type { Pair } from "../tasks/task";
import { tokensKey } from "./pairs/collect";

const HELD_OUT_ONE_IN = 10; // sources
const CHUNK = 10_000; // pairs

export interface SplitPairs {
  readonly train: readonly Pair[];
  /** In the order of hashes: files often have the shortest pairs first. */
  readonly heldOut: readonly Pair[];
}

/**
 * Holds out one source in ten, at least one, with all its targets: those with the lowest hashes. A threshold on the
 * hash would sometimes hold out no pair of a small set. Yields between chunks of work.
 */
export function* holdOut(pairs: readonly Pair[]): Generator<void, SplitPairs> {
  const bySource = new Map<string, Pair[]>();
  for (const [i, pair] of pairs.entries()) {
    const key = tokensKey(pair.source);
    const group = bySource.get(key);
    if (group) group.push(pair);
    else bySource.set(key, [pair]);
    if (i % CHUNK === CHUNK - 1) yield;
  }
  yield;
  const hashed: HashedGroup[] = [];
  for (const [key, group] of bySource) hashed.push({ hash: contentHash(key), key, group });
  yield;
  const byHash = hashed.toSorted((a, b) => a.hash - b.hash || (a.key < b.key ? -1 : 1));
  yield;
  const groups = byHash.slice(0, Math.max(1, Math.round(bySource.size / HELD_OUT_ONE_IN)));
  const heldOutKeys = new Set(groups.map(({ key }) => key));
  return {
    train: pairs.filter((pair) => !heldOutKeys.has(tokensKey(pair.source))),
    heldOut: inRounds(groups.map(({ group }) => group)),
  };
}

interface HashedGroup {
  readonly hash: number;
  readonly key: string;
  readonly group: readonly Pair[];
}

/** The first of every group, then the second of every group that has one, and so on. */
function inRounds<T>(groups: readonly (readonly T[])[]): T[] {
  const rounds: T[][] = [];
  for (const group of groups)
    for (const [i, item] of group.entries()) (rounds[i] ??= []).push(item);
  return rounds.flat();
}
