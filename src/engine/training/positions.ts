/** Accuracy by position of the right answer, and the positions of first errors. */
import type { PositionScore } from "../results/scoreReport";

/** Counts by 0-based position of the right answer. */
export type PositionTally = { -readonly [K in keyof PositionScore]: PositionScore[K] }[];

/**
 * Adds one example to the tally.
 * @param free which tokens are right when the model reads its own answers, <eos> last
 * @param forced which tokens are right when it reads the truth, with as many positions
 */
export function countPositions(
  tally: PositionTally,
  free: readonly boolean[],
  forced: readonly boolean[],
): void {
  const firstError = free.indexOf(false);
  free.forEach((isRight, t) => {
    const score = (tally[t] ??= emptyScore(t + 1));
    score.examples += 1;
    score.freeRight += isRight ? 1 : 0;
    score.forcedRight += forced[t] ? 1 : 0;
    score.firstErrors += t === firstError ? 1 : 0;
  });
}

const emptyScore = (position: number): PositionScore => ({
  position,
  examples: 0,
  freeRight: 0,
  forcedRight: 0,
  firstErrors: 0,
});
