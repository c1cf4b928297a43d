/** A task at every difficulty within its bounds, with its facts. */
import { TASK_FACTS } from "./facts";
import type { Bounds, Difficulty, TaskFamily } from "./task";

function isWithin(value: number, { min, max }: Bounds): boolean {
  return Number.isInteger(value) && value >= min && value <= max;
}

/** The family, whose `create` throws for a difficulty that is not offered. */
export function createFamily({ id, create }: Pick<TaskFamily, "id" | "create">): TaskFamily {
  const facts = TASK_FACTS[id];
  const { lengths, symbols } = facts.bounds;
  const isOffered = (difficulty: Difficulty) =>
    isWithin(difficulty.shortest, lengths) &&
    isWithin(difficulty.longest, lengths) &&
    isWithin(difficulty.symbols, symbols) &&
    difficulty.shortest <= difficulty.longest;
  return {
    ...facts,
    id,
    create: (difficulty) => {
      if (!isOffered(difficulty))
        throw new Error(
          `${id}: lengths ${lengths.min} to ${lengths.max} and ${symbols.min} to ${symbols.max} symbols are offered, ` +
            `not ${difficulty.shortest} to ${difficulty.longest} and ${difficulty.symbols}`,
        );
      return create(difficulty);
    },
  };
}
