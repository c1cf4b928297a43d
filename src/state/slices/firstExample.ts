/** The held-out example that a task begins with where nobody has chosen one. */
import { FIRST_EXAMPLES } from "../../engine/tasks/firstExamples";
import type { TaskId } from "../../engine/tasks/task";
import type { Language } from "./view";

export function firstExample(
  task: TaskId,
  language: Language,
): { readonly kind: "heldOut"; readonly index: number } {
  return { kind: "heldOut", index: FIRST_EXAMPLES[language][task] ?? 0 };
}

/** Whether the page begins with this example in every language, so that a link need not name it. */
export function isFirstEverywhere(task: TaskId, index: number): boolean {
  return Object.values(FIRST_EXAMPLES).every((first) => (first[task] ?? 0) === index);
}
