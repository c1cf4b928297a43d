/** What learning costs a model: the updates to an exact match, and the steps in a row of one update. */
import type { Evaluation } from "../../engine/results/history";
import type { Config } from "../../engine/setup/config";
import { idleness } from "../../engine/setup/conflicts";

/** The exact match that counts as learned. */
export const LEARNED = 0.95;

export interface Learned {
  readonly reachedAt: number | null; // the first evaluated update with this exact match
  readonly best: number; //             [0, 1] the best exact match so far
  readonly last: number; //             the newest update with an evaluation
}

/** Null before the first evaluation. */
export function learnedAt(evaluations: readonly Evaluation[]): Learned | null {
  const newest = evaluations.at(-1);
  if (!newest) return null;
  const reached = evaluations.find(({ exactMatch }) => exactMatch >= LEARNED);
  return {
    reachedAt: reached?.step ?? null,
    best: Math.max(...evaluations.map(({ exactMatch }) => exactMatch)),
    last: newest.step,
  };
}

/**
 * The steps of an update that must wait for the step before, with a source and an answer of `length` tokens each.
 * A recurrent network goes from token to token of both. A Transformer computes all positions at once, unless some
 * inputs of the decoder are its own answers: then it writes the answer first.
 */
export function stepsInARow(config: Config, length: number): number {
  if (config.network === "recurrent") return 2 * length;
  return idleness(config, "coin") === "alwaysTruth" ? 1 : length + 1;
}
