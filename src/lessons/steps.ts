/** The steps of every lesson. */
import type { LessonId, LessonPlace } from "./catalogue";
import { READ_THE_MAP } from "./readTheMap";

const STEPS = {
  readTheMap: READ_THE_MAP,
} as const satisfies Readonly<Record<LessonId, readonly unknown[]>>;

/** A step with its own keys of texts. */
export type AnyStep = (typeof STEPS)[LessonId][number];

/**
 * The step at a place.
 * @throws if the lesson has no such step
 */
export function stepAt({ id, step }: LessonPlace): AnyStep {
  const found: AnyStep | undefined = STEPS[id][step];
  if (!found)
    throw new Error(`lessons: expected a step of ${id} below ${STEPS[id].length}, got ${step}`);
  return found;
}
