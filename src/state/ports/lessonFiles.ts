/** The lessons whose files have arrived. Their functions stay out of the store, which holds plain data. */
import type { LessonId, LessonPlace } from "../../lessons/catalogue";
import { LESSON_FILES } from "../../lessons/files";
import type { Step } from "../../lessons/lesson";

const arrived = new Map<LessonId, readonly Step[]>();

/** The steps of the lesson at this place; null: no lesson is open, or its file has not arrived. */
export function stepsAt(place: LessonPlace | null): readonly Step[] | null {
  return (place && arrived.get(place.id)) ?? null;
}

/** Loads the file of a lesson. A failed load rejects and can be repeated. */
export async function fetchLesson(id: LessonId): Promise<void> {
  if (!arrived.has(id)) arrived.set(id, await LESSON_FILES[id]());
}
