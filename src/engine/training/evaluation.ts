/** Evaluation on the fixed held-out examples, in chunks so that whoever runs it can pause in between. */
import type { Tensor1D } from "@tensorflow/tfjs-core";
import { decodeGreedily, decodingLimit } from "../decoding/greedy";
import { plainResult } from "../model/scope";
import type { ModelShape } from "../modelShape";
import { viewWeights } from "../model/weights";
import { createRandom } from "../rng";
import { asRead } from "../tasks/readingOrder";
import type { Pair, Task } from "../tasks/task";
import { makeBatch } from "../batch";
import { count, emptyTally, type Scores, toScores } from "./metrics";

const EXAMPLES = 256;
const CHUNK = 64;
const SEED = 20150519; // the same held-out examples for every run, whatever its own seed

/** The examples that every run of a task is judged on: 256, or all that a small corpus holds out. */
export function heldOutExamples(task: Task): Pair[] {
  if (task.heldOutPairs) return task.heldOutPairs.slice(0, EXAMPLES);
  const random = createRandom(SEED, task.id);
  return Array.from({ length: EXAMPLES }, () => task.sample(random, "heldOut"));
}

/**
 * Decodes the examples freely and scores them. Yields after every chunk; the return value holds the scores.
 * @param parameters read anew for each chunk, so the caller must not train in between
 */
export function* evaluate(
  task: Task,
  shape: ModelShape,
  parameters: Tensor1D,
  examples: readonly Pair[],
): Generator<void, Scores> {
  const tally = emptyTally();
  for (let start = 0; start < examples.length; start += CHUNK) {
    const pairs = examples
      .slice(start, start + CHUNK)
      .map((pair) => asRead(shape.sourceOrder, pair));
    const limit = decodingLimit(task.maxTargetLength);
    const decoded = plainResult(() =>
      decodeGreedily(viewWeights(shape, parameters), shape, makeBatch(task, pairs), limit),
    );
    pairs.forEach((pair, i) => {
      const answer = decoded[i];
      if (answer) count(tally, task, pair, answer);
    });
    yield;
  }
  return toScores(tally);
}
