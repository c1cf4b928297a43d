/** One of some choices, each as likely. */
import type { Random } from "../rng";

/** @throws where there is nothing to choose from */
export function drawFrom<T>(random: Random, choices: readonly T[]): T {
  const choice = choices[random.below(choices.length)];
  if (choice === undefined) throw new Error("drawFrom: a list with a gap");
  return choice;
}
