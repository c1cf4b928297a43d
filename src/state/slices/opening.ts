/** What an opening page shows: the first lesson, the lesson of its link, or the lab with the settings of its link. */
import { FIELD_NAMES, FIELDS } from "../../engine/setup/config";
import type { TaskId } from "../../engine/tasks/task";
import type { Language } from "../../languages";
import { FIRST_LESSON, type LessonPlace, readPlace, sceneOf } from "../../lessons/catalogue";
import { type Scene, taskOf } from "../../lessons/scene";
import { EDIT_KEYS } from "./editKeys";
import { VIEW_FIELDS } from "./linkedView";
import { type Mode, MODES } from "./view";

export interface Opening {
  readonly mode: Mode;
  readonly lesson: LessonPlace | null;
  /** The task of a link that names none. */
  readonly task: TaskId;
  /** The scene of the lesson, where the link leaves it to the lesson what stands on the stage. */
  readonly scene: Scene | null;
  /** Whether the link names nothing that the page could show. */
  readonly isPlain: boolean;
}

/** The keys that say nothing about model, example or selection. `hide` can also name an edit. */
const FRAME_KEYS: readonly string[] = [
  "lang",
  "theme",
  "mode",
  "lesson",
  "lock",
  "type",
  "present",
];

/** The keys that only a link from the lab has. */
const LAB_KEYS: readonly string[] = [
  ...FIELD_NAMES.map((name) => FIELDS[name].url),
  ...Object.keys(VIEW_FIELDS).filter((key) => !FRAME_KEYS.includes(key)),
  ...Object.values(EDIT_KEYS),
  "backend",
];

/** The step of a link that opens a lesson: its own, or where the student left, else the first. */
function lessonOf(query: URLSearchParams, resumed: LessonPlace | null): LessonPlace | null {
  const linked = readPlace(query.get("lesson") ?? "");
  if (linked) return linked;
  const hasSettings = LAB_KEYS.some((key) => query.has(key));
  const mode = modeOf(query);
  const startsLesson = !hasSettings && (mode === null || mode === "learn");
  return startsLesson ? (resumed ?? { id: FIRST_LESSON, step: 0 }) : null;
}

function modeOf(query: URLSearchParams): Mode | null {
  return MODES.find((each) => each === query.get("mode")) ?? null;
}

/** @param resumed where the student left the lessons on this device; null: nowhere */
export function openingOf(
  query: URLSearchParams,
  language: Language,
  resumed: LessonPlace | null = null,
): Opening {
  const lesson = lessonOf(query, resumed);
  const scene = lesson && sceneOf(lesson.id);
  return {
    mode: modeOf(query) ?? (lesson ? "learn" : "lab"),
    lesson,
    task: scene ? taskOf(scene, language) : FIELDS.task.initial,
    scene: query.has(FIELDS.task.url) ? null : scene,
    isPlain: [...LAB_KEYS, "mode", "lesson"].every((key) => !query.has(key)),
  };
}
