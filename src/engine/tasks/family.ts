/** A task at every difficulty within its bounds. */
import type { Bounds, Difficulty, TaskFamily } from "./task";

function isWithin(value: number, { min, max }: Bounds): boolean {
  return Number.isInteger(value) && value >= min && value <= max;
}

/** The family whose `create` builds only what its bounds allow. */
export function createFamily(family: TaskFamily): TaskFamily {
  const { lengths, symbols } = family.bounds;
  const isOffered = (difficulty: Difficulty) =>
    isWithin(difficulty.shortest, lengths) &&
    isWithin(difficulty.longest, lengths) &&
    isWithin(difficulty.symbols, symbols) &&
    difficulty.shortest <= difficulty.longest;
  return {
    ...family,
    create: (difficulty) => {
      if (!isOffered(difficulty))
        throw new Error(
          `${family.id}: lengths ${lengths.min} to ${lengths.max} and ${symbols.min} to ${symbols.max} symbols are offered, ` +
            `not ${difficulty.shortest} to ${difficulty.longest} and ${difficulty.symbols}`,
        );
      return family.create(difficulty);
    },
  };
}
