/** The losses of a run so far, of a long one not all. Appending a few points does not copy the earlier ones. */
import type { LossPoint } from "../../engine/results/history";
import { thinned } from "../../engine/results/thinned";

/**
 * A view of an append-only array. Later histories share the array and only append, so an older view stays valid.
 * Points beyond `count` belong to later histories.
 */
export interface LossHistory {
  readonly points: readonly LossPoint[];
  readonly count: number;
}

/** A history of a copy of these points. */
export function createHistory(points: readonly LossPoint[]): LossHistory {
  return { points: [...points], count: points.length };
}

/** Appends points. It copies the array for an older view, which the app never extends, and where it leaves points out. */
export function appendLosses(history: LossHistory, losses: readonly LossPoint[]): LossHistory {
  const isNewest = history.points.length === history.count;
  const points = isNewest
    ? (history.points as LossPoint[])
    : history.points.slice(0, history.count);
  points.push(...losses);
  const kept = thinned(points);
  return { points: kept, count: kept.length };
}

/** The newest point, or null before the first step. */
export function lastLoss(history: LossHistory): LossPoint | null {
  return history.points[history.count - 1] ?? null;
}
