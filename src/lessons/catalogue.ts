/** The lessons in their order, and what the page knows of each before it opens one. */
import type { TaskId } from "../engine/tasks/task";

interface LessonFacts {
  readonly steps: number;
  readonly minutes: number; // as announced to the student
  /** The task of its scene: the shipped model and the first example of this task, by the page's language. */
  readonly task: TaskId;
  readonly taskIn: Readonly<Record<string, TaskId>>;
}

export const LESSONS = {
  readTheMap: {
    steps: 5,
    minutes: 6,
    task: "englishFrench",
    taskIn: { ko: "englishKorean" },
  },
} as const satisfies Readonly<Record<string, LessonFacts>>;

export type LessonId = keyof typeof LESSONS;

export const LESSON_IDS = Object.keys(LESSONS) as LessonId[];

export const FIRST_LESSON: LessonId = "readTheMap";

/** A step of a lesson, 0-based. */
export interface LessonPlace {
  readonly id: LessonId;
  readonly step: number;
}

/** The task of a lesson's scene in this language. */
export function sceneTask(id: LessonId, language: string): TaskId {
  const { task, taskIn }: LessonFacts = LESSONS[id];
  return taskIn[language] ?? task;
}

/** The place in a word, counted from 1: "readTheMap.3". */
export function writePlace({ id, step }: LessonPlace): string {
  return `${id}.${step + 1}`;
}

/** The place that the text names, within the lesson's steps; null where it names no lesson. */
export function readPlace(text: string): LessonPlace | null {
  const [, name = "", number = "1"] = /^(\w+)(?:\.(\d{1,3}))?$/.exec(text) ?? [];
  const id = LESSON_IDS.find((each) => each === name);
  if (id === undefined) return null;
  return { id, step: Math.min(LESSONS[id].steps, Math.max(1, Number(number))) - 1 };
}
