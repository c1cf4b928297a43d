/** Exact match by source length, and examples longer than any training source. */
import { createRandom } from "../rng";
import type { LengthScore } from "../results/scoreReport";
import type { Difficulty, Pair, Task, TaskFamily } from "../tasks/task";

const EXAMPLES = 64; // of each length
const SEED = 20150519; // the same examples for every run, like the held-out ones

/**
 * Held-out examples of the lengths that the family offers beyond this difficulty, with the same symbols.
 * Lengths are in the family's units; examples that do not exceed training's sources in tokens are left out.
 */
export function longerExamples(family: TaskFamily, difficulty: Difficulty): Pair[] {
  const { maxSourceLength } = family.create(difficulty);
  const pairs: Pair[] = [];
  for (let n = difficulty.longest + 1; n <= family.bounds.lengths.max; n++) {
    const task = family.create({ ...difficulty, shortest: n, longest: n });
    pairs.push(...drawLonger(task, n, maxSourceLength));
  }
  return pairs;
}

function drawLonger(task: Task, n: number, limit: number): Pair[] {
  const random = createRandom(SEED, `${task.id} of length ${n}`);
  const pairs = Array.from({ length: EXAMPLES }, () => task.sample(random, "heldOut"));
  return pairs.filter(({ source }) => source.length > limit);
}

/** Whether the answer to one example is exactly right. */
export interface Outcome {
  readonly length: number; // source tokens, <eos> not counted
  readonly isExact: boolean;
}

/** The outcomes counted by length, shortest first. */
export function scoreLengths(outcomes: readonly Outcome[], isSeen: boolean): LengthScore[] {
  const lengths = [...new Set(outcomes.map(({ length }) => length))].toSorted((a, b) => a - b);
  return lengths.map((length) => {
    const ofLength = outcomes.filter((outcome) => outcome.length === length);
    const matches = ofLength.filter(({ isExact }) => isExact).length;
    return { length, examples: ofLength.length, matches, isSeen };
  });
}
