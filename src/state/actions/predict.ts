/** Takes the student's prediction at once: a control that waited for a script would jump back. */
import type { Prediction } from "../../lessons/lesson";
import { stepsAt } from "../ports/lessonFiles";
import { type LessonNow, lessonNow, withPrediction } from "../slices/lesson";
import { useApp } from "../store";

/** The open step; null: none is open, or no trace is on show. */
export function openStep(): LessonNow | null {
  const state = useApp.getState();
  return lessonNow(state, stepsAt(state.view.lesson));
}

/** Takes what the student expects. It may change until the reveal. */
export function predict(prediction: Prediction): void {
  const now = openStep();
  if (now?.question)
    useApp.setState(({ lesson }) => ({ lesson: withPrediction(lesson, now, prediction) }));
}
