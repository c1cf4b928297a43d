/** The held-out example that a task begins with where the page changes to it. */
import type { TaskId } from "../engine/tasks/task";
import type { ExampleChoice } from "../workers/protocol";
import type { Language } from "./view";

/** Where the first one is written in another language, one that is not; counted from 0. */
const OTHERS: Readonly<Record<Language, Partial<Record<TaskId, number>>>> = {
  en: {},
  ko: { dates: 3 }, // 1993년 3월 28일; the first is 29 December 1989
};

export function firstExample(task: TaskId, language: Language): ExampleChoice {
  return { kind: "heldOut", index: OTHERS[language][task] ?? 0 };
}
