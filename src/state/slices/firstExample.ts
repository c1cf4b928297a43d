/** The held-out example that a task begins with where none is chosen. */
import { factsOf } from "../../engine/tasks/facts";
import type { TaskId } from "../../engine/tasks/task";
import { type Language, LANGUAGE_IDS } from "../../languages";

export function firstExample(
  task: TaskId,
  language: Language,
): { readonly kind: "heldOut"; readonly index: number } {
  return { kind: "heldOut", index: factsOf(task)?.firstIn[language] ?? 0 };
}

/** Whether the page begins with this example in every language, so that a link need not name it. */
export function isFirstEverywhere(task: TaskId, index: number): boolean {
  return LANGUAGE_IDS.every((language) => firstExample(task, language).index === index);
}
