/** The lessons whose files have arrived. Their functions stay out of the store, which holds plain data. */
import type { LessonId, LessonPlace } from "../../lessons/catalogue";
import type { Step } from "../../lessons/lesson";

const arrived = new Map<LessonId, readonly Step[]>();

/** The steps of the lesson at this place; null: no lesson is open, or its file has not arrived. */
export function stepsAt(place: LessonPlace | null): readonly Step[] | null {
  return (place && arrived.get(place.id)) ?? null;
}

export function keepSteps(id: LessonId, steps: readonly Step[]): void {
  arrived.set(id, steps);
}
