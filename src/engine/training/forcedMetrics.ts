/** Metrics under teacher forcing: right tokens, loss, and the entropy and gold mass of the attention weights. */
import { entropyOf } from "../results/entropy";
import { withEos } from "../tasks/gold";
import type { Pair, Task } from "../tasks/task";
import { rightTokens } from "./rightTokens";
import type { TeacherForcedPrediction } from "./teacherForcedPredictions";

/** Sums over one or more examples. */
export interface ForcedTally {
  tokens: number; // real target tokens, <eos> counted
  rightTokens: number;
  loss: number; // nats
  steps: number; // with attention
  entropy: number; // nats
  largestEntropy: number;
  linkedTokens: number; // with gold links
  goldMass: number;
}

export const emptyForcedTally = (): ForcedTally => ({
  tokens: 0,
  rightTokens: 0,
  loss: 0,
  steps: 0,
  entropy: 0,
  largestEntropy: 0,
  linkedTokens: 0,
  goldMass: 0,
});

/**
 * Adds one example to the tally. Pair and weights are in reading order.
 * @returns which tokens are right, by position of the right answer, <eos> last
 */
export function countForced(
  tally: ForcedTally,
  task: Task,
  pair: Pair,
  { answers, losses, weights }: TeacherForcedPrediction,
): boolean[] {
  const right = rightTokens(task, pair, answers);
  tally.tokens += right.length;
  tally.rightTokens += right.filter(Boolean).length;
  tally.loss += sumOf(losses);
  for (const row of weights ?? []) {
    tally.steps += 1;
    tally.entropy += entropyOf(row);
    tally.largestEntropy += Math.log(row.length);
  }
  if (pair.gold && weights) countGold(tally, pair, weights);
  return right;
}

function countGold(tally: ForcedTally, pair: Pair, weights: readonly Float32Array[]): void {
  withEos(pair).forEach((positions, t) => {
    const row = weights[t];
    if (positions.length === 0 || !row) return;
    tally.linkedTokens += 1;
    tally.goldMass += positions.reduce((sum, s) => sum + (row[s] ?? 0), 0);
  });
}

/** exp of the mean cross-entropy per token; V if all tokens are equally probable. */
export function perplexity({ loss, tokens }: ForcedTally): number {
  return Math.exp(loss / tokens);
}

/** Mean cross-entropy per token of one example, in nats. */
export function meanLoss({ losses }: TeacherForcedPrediction): number {
  return sumOf(losses) / losses.length;
}

function sumOf(values: Float32Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
