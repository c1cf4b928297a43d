/** Takes the student's prediction, and answers the stage what the open step asks. */
import type { Prediction } from "../../lessons/lesson";
import { stepsAt } from "../ports/lessonFiles";
import type { LessonPort } from "../ports/lessonPort";
import { type LessonNow, lessonNow, withPrediction } from "../slices/lessonNow";
import { useApp } from "../store";

/** The open step; null: none is open, or no trace is on show. */
export function openStep(): LessonNow | null {
  const state = useApp.getState();
  return lessonNow(state, stepsAt(state.view.lesson));
}

/** Takes what the student expects. It may change until the reveal. */
function predict(prediction: Prediction): void {
  const now = openStep();
  if (now?.question)
    useApp.setState(({ lesson }) => ({ lesson: withPrediction(lesson, now, prediction) }));
}

export const LESSON_PORT: LessonPort = {
  askedAt: (source) => {
    const steps = stepsAt(source.view.lesson);
    return steps ? (lessonNow(source, steps)?.question ?? null) : undefined;
  },
  predict,
};
