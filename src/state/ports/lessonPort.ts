/** What the stage needs from a lesson, once the lesson's scripts have arrived. */
import type { Prediction } from "../../lessons/lesson";
import type { AskedAt } from "../slices/lesson";

export interface LessonPort {
  readonly askedAt: AskedAt;
  readonly predict: (prediction: Prediction) => void;
}

let port: LessonPort | null = null;

export const lessonPort = (): LessonPort | null => port;

export function setLessonPort(arrived: LessonPort): void {
  port = arrived;
}
