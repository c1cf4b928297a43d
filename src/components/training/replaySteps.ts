/** The positions of the replay slider. */

/** The steps with a snapshot, without the present step. */
export function pastSteps(snapshots: readonly number[], present: number | null): readonly number[] {
  return snapshots.at(-1) === present ? snapshots.slice(0, -1) : snapshots;
}

/** The index of the step nearest to the target. Thinning may have removed the target itself from the series. */
export function nearestIndex(steps: readonly number[], target: number): number {
  return steps.reduce(
    (best, step, i) =>
      Math.abs(step - target) < Math.abs((steps[best] ?? Infinity) - target) ? i : best,
    0,
  );
}
