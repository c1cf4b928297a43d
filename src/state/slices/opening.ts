/** What an opening page shows: the first lesson, the lesson of its link, or the lab with the settings of its link. */
import { FIELD_NAMES, FIELDS } from "../../engine/setup/config";
import type { TaskId } from "../../engine/tasks/task";
import type { Language } from "../../languages";
import { FIRST_LESSON, type LessonPlace, readPlace, sceneTask } from "../../lessons/catalogue";
import { VIEW_FIELDS } from "./linkedView";
import { type Mode, MODES } from "./view";

export interface Opening {
  readonly mode: Mode;
  readonly lesson: LessonPlace | null;
  /** The task of a link that names none. */
  readonly task: TaskId;
  /** Whether the link names nothing that the page could show. */
  readonly isPlain: boolean;
}

/** The keys that say nothing about model, example or selection. */
const FRAME_KEYS: readonly string[] = ["lang", "theme", "mode", "lesson"];

/** The keys of a link that somebody made in the lab. */
const LAB_KEYS: readonly string[] = [
  ...FIELD_NAMES.map((name) => FIELDS[name].url),
  ...Object.keys(VIEW_FIELDS).filter((key) => !FRAME_KEYS.includes(key)),
  "backend",
];

/** @param resumed where the student left the lessons on this device; null: nowhere */
export function openingOf(
  query: URLSearchParams,
  language: Language,
  resumed: LessonPlace | null = null,
): Opening {
  const hasSettings = LAB_KEYS.some((key) => query.has(key));
  const linked = readPlace(query.get("lesson") ?? "");
  const isPlain = !hasSettings && !query.has("mode") && !query.has("lesson");
  const mode = MODES.find((each) => each === query.get("mode")) ?? (linked ? "learn" : null);
  const startsLesson = !hasSettings && (mode === null || mode === "learn");
  const lesson = linked ?? (startsLesson ? (resumed ?? { id: FIRST_LESSON, step: 0 }) : null);
  return {
    mode: mode ?? (lesson ? "learn" : "lab"),
    lesson,
    task: lesson ? sceneTask(lesson.id, language) : FIELDS.task.initial,
    isPlain,
  };
}
