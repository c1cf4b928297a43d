/** Accuracy by position in bulk, fed the truth and fed the model's own answers: the two bands of exposure bias. */
import { makeBatch } from "../batch";
import type { PositionScore } from "../results/scoreReport";
import type { Pair } from "../tasks/task";
import { type EvaluatedModel, inChunks } from "./evaluation";
import { countPositions, type PositionTally } from "./positions";
import { rightTokens } from "./rightTokens";
import { sayingsOf, upToEos } from "./sayings";

const NOTHING = new Int32Array();

/**
 * Counts the right tokens by position. Yields after every chunk.
 * @param model the caller must not train it until the last chunk
 */
export async function* forcedAndFree(
  model: EvaluatedModel,
  examples: readonly Pair[],
): AsyncGenerator<void, readonly PositionScore[]> {
  const tally: PositionTally = [];
  for (const pairs of inChunks(model, examples)) {
    const batch = makeBatch(model.task, pairs);
    const [free, forced] = await Promise.all([
      sayingsOf(model.predictor, batch, 1),
      sayingsOf(model.predictor, batch, batch.targetLength),
    ]);
    pairs.forEach((pair, row) => {
      const own = rightTokens(model.task, pair, upToEos(free[row] ?? NOTHING));
      countPositions(tally, own, rightTokens(model.task, pair, forced[row] ?? NOTHING));
    });
    yield;
  }
  return tally;
}
