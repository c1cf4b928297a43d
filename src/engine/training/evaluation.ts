/** The regular evaluation on the fixed held-out examples, in chunks so that the caller can pause between them. */
import { type Decoded, decodingLimit } from "../decoding/greedy";
import { createRandom } from "../rng";
import { asRead } from "../tasks/readingOrder";
import type { Pair, Task } from "../tasks/task";
import { makeBatch } from "../batch";
import { count, emptyTally, type Scores, toScores } from "./metrics";
import type { Model } from "./trainer";

const EXAMPLES = 256;
const CHUNK = 64;
const SEED = 20150519; // independent of the run's seed, so that every run has the same held-out examples

/**
 * The examples that every run of a task is evaluated on: 256, or all held-out pairs of a small corpus. A generated
 * task's own list stands before drawn pairs, so that a student can read the first examples.
 */
export function heldOutExamples(task: Task): Pair[] {
  if (task.heldOutPairs) return task.heldOutPairs.slice(0, EXAMPLES);
  const random = createRandom(SEED, task.id);
  const first = task.firstHeldOut ?? [];
  const drawn = Array.from({ length: EXAMPLES }, () => task.sample(random, "heldOut"));
  return [...first, ...drawn].slice(0, EXAMPLES);
}

/** The part of a model that an evaluation needs. */
export type EvaluatedModel = Pick<Model, "task" | "shape" | "predictor">;

/** The pairs in reading order, in chunks that are decoded together. */
export function* inChunks(
  { shape }: EvaluatedModel,
  pairs: readonly Pair[],
): Generator<readonly Pair[], void> {
  for (let start = 0; start < pairs.length; start += CHUNK)
    yield pairs.slice(start, start + CHUNK).map((pair) => asRead(shape.sourceOrder, pair));
}

/** The model's greedy answers to pairs in reading order. The pairs may be longer than the task's. */
export function answersOf({ task, predictor }: EvaluatedModel, pairs: readonly Pair[]): Decoded[] {
  const longest = Math.max(task.maxTargetLength, ...pairs.map(({ target }) => target.length));
  return predictor.decode(makeBatch(task, pairs), decodingLimit(longest));
}

/**
 * Decodes the examples greedily and scores them. Yields after every chunk.
 * @param model the caller must not train it until the last chunk
 */
export function* evaluate(
  model: EvaluatedModel,
  examples: readonly Pair[],
): Generator<void, Scores> {
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
