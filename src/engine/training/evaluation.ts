/** The regular evaluation on the fixed held-out examples, in chunks so that whoever runs it can pause in between. */
import { type Decoded, decodingLimit } from "../decoding/greedy";
import { createRandom } from "../rng";
import { asRead } from "../tasks/readingOrder";
import type { Pair, Task } from "../tasks/task";
import { makeBatch } from "../batch";
import { count, emptyTally, type Scores, toScores } from "./metrics";
import type { Model } from "./trainer";

const EXAMPLES = 256;
const CHUNK = 64;
const SEED = 20150519; // the same held-out examples for every run, whatever its own seed

/** The examples that every run of a task is judged on: 256, or all that a small corpus holds out. */
export function heldOutExamples(task: Task): Pair[] {
  if (task.heldOutPairs) return task.heldOutPairs.slice(0, EXAMPLES);
  const random = createRandom(SEED, task.id);
  return Array.from({ length: EXAMPLES }, () => task.sample(random, "heldOut"));
}

/** What is evaluated. */
export type Judged = Pick<Model, "task" | "shape" | "predictor">;

/** The pairs in the order in which the encoder reads them, as many at a time as are decoded together. */
export function* inChunks(
  { shape }: Judged,
  pairs: readonly Pair[],
): Generator<readonly Pair[], void> {
  for (let start = 0; start < pairs.length; start += CHUNK)
    yield pairs.slice(start, start + CHUNK).map((pair) => asRead(shape.sourceOrder, pair));
}

/** The model's own answers to pairs that stand in reading order, which may be longer than the task's. */
export function answersOf({ task, predictor }: Judged, pairs: readonly Pair[]): Decoded[] {
  const longest = Math.max(task.maxTargetLength, ...pairs.map(({ target }) => target.length));
  return predictor.decode(makeBatch(task, pairs), decodingLimit(longest));
}

/**
 * Decodes the examples freely and scores them. Yields after every chunk; the return value holds the scores.
 * @param model read anew for each chunk, so the caller must not train it in between
 */
export function* evaluate(model: Judged, examples: readonly Pair[]): Generator<void, Scores> {
  const { task } = model;
  const tally = emptyTally();
  for (const pairs of inChunks(model, examples)) {
    const decoded = answersOf(model, pairs);
    pairs.forEach((pair, i) => {
      const answer = decoded[i];
      if (answer) count(tally, task, pair, answer);
    });
    yield;
  }
  return toScores(tally);
}
