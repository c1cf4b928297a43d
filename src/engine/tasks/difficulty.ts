/** How hard each generated task may be made, and a set-up brought to what its task offers. */
import type { Config } from "../setup/config";
import { factsOf, TASK_FACTS } from "./facts";
import type { Bounds, GeneratedTaskId, Offered, TaskId } from "./task";

export const DIFFICULTIES: Readonly<Record<GeneratedTaskId, Offered>> = TASK_FACTS;

/** What a set-up offers; a user's own pairs are as hard as they are. */
export function offeredFor(task: TaskId): Offered | null {
  return factsOf(task);
}

/** The set-up with another task, as hard as that is at first. */
export function withTask(config: Config, task: TaskId): Config {
  return { ...config, task, ...offeredFor(task)?.initial };
}

function within(value: number, { min, max }: Bounds): number {
  return Math.min(max, Math.max(min, value));
}

/** The nearest set-up whose difficulty its task offers; the shortest gives way where it is longer than the longest. */
export function settleDifficulty(config: Config): Config {
  const bounds = offeredFor(config.task)?.bounds;
  if (!bounds) return config;
  const longest = within(config.longest, bounds.lengths);
  const shortest = Math.min(longest, within(config.shortest, bounds.lengths));
  const symbols = within(config.symbols, bounds.symbols);
  return { ...config, shortest, longest, symbols };
}
