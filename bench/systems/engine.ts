/** The app's engine, fused or textbook, called as the app calls it. */
import type { Batch } from "../../src/engine/batch";
import { NO_DROPOUT } from "../../src/engine/training/dropoutMasks";
import type { Arithmetic } from "../../src/engine/training/learner";
import { LENGTH, UPDATE, type Work } from "../work";
import { countLaunches } from "./launches";
import type { System } from "./system";

/** Starts the engine on the active backend of tfjs. */
export function startEngine(arithmetic: Arithmetic, { shape, batch, parameters }: Work): System {
  const learner = arithmetic.learner(shape, { parameters });
  const truthFed = Array<boolean>(batch.size * batch.targetLength).fill(true);
  const example = { batch, truthFed, dropout: NO_DROPOUT };
  const train = async (steps: number): Promise<number> => {
    for (let i = 0; i < steps; i++) await learner.step(example, UPDATE);
    return (await learner.takeLosses()).at(-1) ?? Number.NaN;
  };
  const first = firstPair(batch);
  return {
    train,
    launches: () => countLaunches(async () => void (await train(1))),
    async answer() {
      await learner.decode(first, LENGTH);
      return LENGTH; // the decoder always runs to the limit
    },
  };
}

/** A batch of the first pair only. */
function firstPair({ sourceLength, targetLength, ...batch }: Batch): Batch {
  return {
    size: 1,
    sourceLength,
    targetLength,
    source: batch.source.slice(0, sourceLength),
    targetIn: batch.targetIn.slice(0, targetLength),
    targetOut: batch.targetOut.slice(0, targetLength),
    sourceLengths: batch.sourceLengths.slice(0, 1),
    targetLengths: batch.targetLengths.slice(0, 1),
  };
}
