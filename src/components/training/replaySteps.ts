/** The places of the scrubber that looks back. */

/** The steps to look back at: all that there are snapshots of, but for one that is the present. */
export function pastSteps(snapshots: readonly number[], present: number | null): readonly number[] {
  return snapshots.at(-1) === present ? snapshots.slice(0, -1) : snapshots;
}

/** The index of the step nearest to the one wished for; the series may have been thinned since it was chosen. */
export function nearestIndex(steps: readonly number[], target: number): number {
  return steps.reduce(
    (best, step, i) =>
      Math.abs(step - target) < Math.abs((steps[best] ?? Infinity) - target) ? i : best,
    0,
  );
}
