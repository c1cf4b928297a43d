/** The generated tasks by name. */
import { datesFamily } from "./dates";
import { reverseFamily } from "./reverse";
import type { GeneratedTaskId, Task, TaskFamily } from "./task";

export const TASK_FAMILIES: Readonly<Record<GeneratedTaskId, TaskFamily>> = {
  reverse: reverseFamily,
  dates: datesFamily,
};

/** Each generated task at its initial difficulty. */
export const GENERATED_TASKS = Object.fromEntries(
  Object.entries(TASK_FAMILIES).map(([id, family]) => [id, family.create(family.initial)]),
) as Readonly<Record<GeneratedTaskId, Task>>;
