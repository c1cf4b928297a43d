/** The held-out example that a task starts with, unless the link names another. */
import { factsOf } from "../../engine/tasks/facts";
import type { TaskId } from "../../engine/tasks/task";
import { type Language, LANGUAGE_IDS } from "../../languages";

export function firstExample(
  task: TaskId,
  language: Language,
): { readonly kind: "heldOut"; readonly index: number } {
  return { kind: "heldOut", index: factsOf(task)?.firstIn[language] ?? 0 };
}

/** Whether the page starts with this example in every language. A link then leaves it out. */
export function isFirstEverywhere(task: TaskId, index: number): boolean {
  return LANGUAGE_IDS.every((language) => firstExample(task, language).index === index);
}
