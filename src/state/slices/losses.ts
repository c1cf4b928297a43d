/** The loss of every step so far. Appending a few points does not copy the earlier ones. */
import type { LossPoint } from "../../engine/results/history";

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

/** Appends points. It copies the array only for an older view, which the app never extends. */
export function appendLosses(history: LossHistory, losses: readonly LossPoint[]): LossHistory {
  const isNewest = history.points.length === history.count;
  const points = isNewest
    ? (history.points as LossPoint[])
    : history.points.slice(0, history.count);
  points.push(...losses);
  return { points, count: points.length };
}

/** The newest point, or null before the first step. */
export function lastLoss(history: LossHistory): LossPoint | null {
  return history.points[history.count - 1] ?? null;
}
