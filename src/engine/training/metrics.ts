/** Metrics of a model's answers: exact match, token accuracy, alignment error. */
import type { Decoded } from "../decoding/greedy";
import { withEos } from "../tasks/gold";
import type { AttentionEntropy } from "../results/entropy";
import type { GoldLinks, Pair, Task } from "../tasks/task";
import { EOS } from "../text/tokens";
import { rightTokens } from "./rightTokens";

export interface Scores {
  readonly examples: number;
  /** Share of answers with every token right, <eos> included. [0, 1] */
  readonly exactMatch: number;
  /** Share of tokens that are right at their position, with <eos>, without padding. [0, 1] */
  readonly tokenAccuracy: number;
  /**
   * Alignment error rate on exactly matched examples: each target token's largest weight must be on one of its gold
   * links. Tokens without gold are left out; <eos> is linked to <eos>. [0, 1]
   * null without attention, gold or a match.
   */
  readonly alignmentError: number | null;
  /** Entropy of the attention over all steps of the answers; null without attention. */
  readonly entropy: AttentionEntropy | null;
}

/** Counts over one or more examples. */
export interface Tally {
  examples: number;
  matches: number;
  tokens: number;
  rightTokens: number;
  links: number;
  rightLinks: number;
  attentions: number; // decoder steps with attention
  nats: number; //       the sum of their entropies
  evenNats: number; //   and that of even attention in these steps
}

export const emptyTally = (): Tally => ({
  examples: 0,
  matches: 0,
  tokens: 0,
  rightTokens: 0,
  links: 0,
  rightLinks: 0,
  attentions: 0,
  nats: 0,
  evenNats: 0,
});

/** The comparison of one answer with the truth. */
export interface Comparison {
  /** Which tokens are right, by position of the right answer, <eos> last. */
  readonly right: readonly boolean[];
  readonly rightTokens: number;
  readonly isExact: boolean;
}

/** Compares a decoded answer with the pair's target. */
export function compare(task: Task, pair: Pair, { tokens, ended }: Decoded): Comparison {
  const right = rightTokens(task, pair, ended ? [...tokens, EOS] : tokens);
  const matches = right.filter(Boolean).length;
  return { right, rightTokens: matches, isExact: matches === right.length };
}

/** Adds one decoded example to the tally. */
export function count(tally: Tally, task: Task, pair: Pair, decoded: Decoded): Comparison {
  const comparison = compare(task, pair, decoded);
  tally.examples += 1;
  tally.matches += comparison.isExact ? 1 : 0;
  tally.tokens += comparison.right.length;
  tally.rightTokens += comparison.rightTokens;
  if (comparison.isExact && pair.gold && decoded.attendedTo)
    countLinks(tally, withEos(pair), decoded.attendedTo);
  if (decoded.entropies) countEntropies(tally, decoded.entropies, pair.source.length + 1);
  return comparison;
}

function countLinks(tally: Tally, gold: GoldLinks, attendedTo: readonly number[]): void {
  gold.forEach((positions, t) => {
    if (positions.length === 0) return;
    tally.links += 1;
    if (positions.includes(attendedTo[t] ?? -1)) tally.rightLinks += 1;
  });
}

/** @param tokens of the source, <eos> counted */
function countEntropies(tally: Tally, entropies: readonly number[], tokens: number): void {
  tally.attentions += entropies.length;
  tally.nats += entropies.reduce((sum, nats) => sum + nats, 0);
  tally.evenNats += entropies.length * Math.log(tokens);
}

/** The tally's counts as shares. */
export function toScores(tally: Tally): Scores {
  return {
    examples: tally.examples,
    exactMatch: tally.matches / tally.examples,
    tokenAccuracy: tally.rightTokens / tally.tokens,
    alignmentError: tally.links === 0 ? null : 1 - tally.rightLinks / tally.links,
    entropy:
      tally.attentions === 0
        ? null
        : { mean: tally.nats / tally.attentions, even: tally.evenNats / tally.attentions },
  };
}
