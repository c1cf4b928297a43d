/** The held-out example that a task begins with, by the language of the page. */
import type { TaskId } from "./task";

/** Where the first one is written in another language, one that is not; counted from 0. */
export const FIRST_EXAMPLES: Readonly<Record<"en" | "ko", Partial<Record<TaskId, number>>>> = {
  en: {},
  ko: { dates: 3 }, // 1993년 3월 28일; the first is 29 December 1989
};
