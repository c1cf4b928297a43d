/** Which steps of the lessons are done, and where the student goes on. */
import {
  LESSON_IDS,
  type LessonId,
  LESSONS,
  type LessonPlace,
  readPlace,
  writePlace,
} from "../../lessons/catalogue";
import type { Progress } from "./lesson";

export function withDone(progress: Progress, place: LessonPlace): Progress {
  const done = writePlace(place);
  return progress.includes(done) ? progress : [...progress, done];
}

export function isDone(progress: Progress, place: LessonPlace): boolean {
  return progress.includes(writePlace(place));
}

/** The first step of a lesson that is not done; the first one where all are. */
export function resumedPlace(progress: Progress, id: LessonId): LessonPlace {
  const steps = Array.from({ length: LESSONS[id].steps }, (_, step) => ({ id, step }));
  return steps.find((place) => !isDone(progress, place)) ?? { id, step: 0 };
}

/** Progress as a text for the device, which `readProgress` reads. */
export function writeProgress(progress: Progress): string {
  return progress.join(",");
}

export function doneCount(progress: Progress, id: LessonId): number {
  return LESSON_IDS.includes(id) ? progress.filter((each) => readPlace(each)?.id === id).length : 0;
}
