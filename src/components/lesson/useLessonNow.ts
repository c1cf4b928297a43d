/** The open step of the lesson over the trace on the stage. */
import { useMemo } from "react";
import { stepsAt } from "../../state/ports/lessonFiles";
import { type LessonNow, lessonNow } from "../../state/slices/lessonNow";
import { useLessonSource } from "./useLessonSource";

/** Null outside mode Learn, in the list of lessons, without a trace and before the lesson's file. */
export function useLessonNow(): LessonNow | null {
  const source = useLessonSource();
  return useMemo(() => lessonNow(source, stepsAt(source.view.lesson)), [source]);
}
