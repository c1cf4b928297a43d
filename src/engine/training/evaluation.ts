/** The regular evaluation on the fixed held-out examples, in chunks so that the caller can pause between them. */
import { type Decoded, decodingLimit } from "../decoding/greedy";
import { createRandom } from "../rng";
import { asRead } from "../tasks/readingOrder";
import type { Pair, Task } from "../tasks/task";
import { type Batch, makeBatch } from "../batch";
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
export function answersOf(model: EvaluatedModel, pairs: readonly Pair[]): Promise<Decoded[]> {
  return answersTo(model, makeBatch(model.task, pairs));
}

function answersTo({ task, predictor }: EvaluatedModel, batch: Batch): Promise<Decoded[]> {
  const longest = Math.max(task.maxTargetLength, batch.targetLength - 1); // without <eos>
  return predictor.decode(batch, decodingLimit(longest));
}

/**
 * Decodes the examples greedily, scores them and computes their loss under teacher forcing. Yields after every chunk.
 * @param model the caller must not train it until the last chunk
 */
export async function* evaluate(
  model: EvaluatedModel,
  examples: readonly Pair[],
): AsyncGenerator<void, Scores & { readonly heldOutLoss: number }> {
  const { task, predictor } = model;
  const tally = emptyTally();
  let nats = 0;
  for (const pairs of inChunks(model, examples)) {
    const batch = makeBatch(task, pairs);
    const [decoded, loss] = await Promise.all([answersTo(model, batch), predictor.loss(batch)]);
    nats += loss * batch.targetLengths.reduce((sum, length) => sum + length, 0);
    pairs.forEach((pair, i) => {
      const answer = decoded[i];
      if (answer) count(tally, task, pair, answer);
    });
    yield;
  }
  return { ...toScores(tally), heldOutLoss: nats / tally.tokens };
}
