/** The app's own engine, by either of its ways of computing, called as the app calls it. */
import type { Batch } from "../../src/engine/batch";
import { NO_DROPOUT } from "../../src/engine/training/dropoutMasks";
import type { Arithmetic } from "../../src/engine/training/learner";
import { LENGTH, UPDATE, type Work } from "../work";
import { countLaunches } from "./launches";
import type { System } from "./system";

/** Sets the network up on the backend that tfjs runs on now. */
export function startEngine(arithmetic: Arithmetic, { shape, batch, parameters }: Work): System {
  const learner = arithmetic.learner(shape, { parameters });
  const truthFed = Array<boolean>(batch.size * batch.targetLength).fill(true);
  const train = (steps: number): Promise<number> => {
    for (let i = 0; i < steps; i++) learner.step({ batch, truthFed, dropout: NO_DROPOUT }, UPDATE);
    return Promise.resolve(learner.takeLosses().at(-1) ?? Number.NaN);
  };
  const first = firstPair(batch);
  return {
    train,
    launches: () => countLaunches(async () => void (await train(1))),
    answer() {
      learner.decode(first, LENGTH);
      return LENGTH; // the decoder runs to the limit, whatever comes out
    },
  };
}

/** A batch of the first pair alone. */
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
