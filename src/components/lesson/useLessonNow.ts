/** The open step of the lesson over the trace on the stage. */
import { useMemo } from "react";
import { hiddenFrom, type LessonNow, lessonNow } from "../../state/slices/lesson";
import { useApp } from "../../state/store";
import { useLane } from "../useLane";

export function useLessonNow(): LessonNow | null {
  // The modes without a lesson are alike here, so a change between them renders nothing.
  const mode = useApp(({ view }) => (view.mode === "learn" ? "learn" : "lab"));
  const place = useApp(({ view }) => view.lesson);
  const lesson = useApp((state) => state.lesson);
  const trace = useLane(({ run }) => run.trace);
  const status = useLane(({ run }) => run.status);
  return useMemo(
    () => lessonNow({ mode, lesson: place }, lesson, { trace, status }),
    [mode, place, lesson, trace, status],
  );
}

/** The row from which the map hides its weights until the student predicts; null: it hides none. */
export function useHiddenFrom(): number | null {
  return hiddenFrom(useLessonNow());
}
