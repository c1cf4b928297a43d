/** A uniformly random choice from a list. */
import type { Random } from "../rng";

/** @throws if `choices` is empty */
export function drawFrom<T>(random: Random, choices: readonly T[]): T {
  const choice = choices[random.below(choices.length)];
  if (choice === undefined)
    throw new Error(`drawFrom: expected at least one choice, got ${choices.length}`);
  return choice;
}
