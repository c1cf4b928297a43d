/** The open step of the lesson over the trace on the stage. */
import { useMemo } from "react";
import { stepsAt } from "../../state/ports/lessonFiles";
import { type LessonNow, lessonNow } from "../../state/slices/lessonNow";
import { useApp } from "../../state/store";
import { useLessonParts } from "./useLessonParts";

function read(): LessonNow | null {
  const state = useApp.getState();
  return lessonNow(state, stepsAt(state.view.lesson));
}

/** Null outside mode Learn, in the list of lessons, without a trace and before the lesson's file. */
export function useLessonNow(): LessonNow | null {
  return useMemo(read, useLessonParts());
}
