/** The loss of every step so far. Taking in a few points never copies the many before them. */
import type { LossPoint } from "../../engine/results/history";

/**
 * A view of an append-only array: later histories share it and only grow it, so an older view stays true.
 * Read no further than `count`.
 */
export interface LossHistory {
  readonly points: readonly LossPoint[];
  readonly count: number;
}

/** A history that starts with these points; the array given is left alone. */
export function createHistory(points: readonly LossPoint[]): LossHistory {
  return { points: [...points], count: points.length };
}

/** The history with these points after it. Only appending to an old view, which nothing here does, copies. */
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
