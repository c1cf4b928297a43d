/** The difficulties that each generated task offers, and a set-up clamped to them. */
import type { Config } from "../setup/config";
import { factsOf, TASK_FACTS } from "./facts";
import type { Bounds, GeneratedTaskId, Offered, TaskId } from "./task";

export const DIFFICULTIES: Readonly<Record<GeneratedTaskId, Offered>> = TASK_FACTS;

/** The difficulties that a task offers; null for a user's own pairs, which have none to choose. */
export function offeredFor(task: TaskId): Offered | null {
  return factsOf(task);
}

/** The set-up with another task, at that task's initial difficulty. */
export function withTask(config: Config, task: TaskId): Config {
  return { ...config, task, ...offeredFor(task)?.initial };
}

function within(value: number, { min, max }: Bounds): number {
  return Math.min(max, Math.max(min, value));
}

/** The nearest set-up that its task offers; `shortest` is lowered where it exceeds `longest`. */
export function settleDifficulty(config: Config): Config {
  const bounds = offeredFor(config.task)?.bounds;
  if (!bounds) return config;
  const longest = within(config.longest, bounds.lengths);
  const shortest = Math.min(longest, within(config.shortest, bounds.lengths));
  const symbols = within(config.symbols, bounds.symbols);
  return { ...config, shortest, longest, symbols };
}
