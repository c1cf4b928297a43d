/** The generated tasks by name. */
import { dates } from "./dates";
import { reverse } from "./reverse";
import type { Task, TaskId } from "./task";

export const GENERATED_TASKS: Readonly<Record<Exclude<TaskId, "pairs">, Task>> = { reverse, dates };
