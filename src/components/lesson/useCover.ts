/** What the stage covers while the lesson asks. It loads with the first picture. */
import { useMemo } from "react";
import { lessonPort } from "../../state/ports/lessonPort";
import { type Cover, coverOf } from "../../state/slices/lesson";
import { useLessonParts } from "./useLessonParts";
import { useApp } from "../../state/store";

export function useCover(): Cover {
  const parts = useLessonParts();
  return useMemo(() => coverOf(useApp.getState(), lessonPort()?.askedAt ?? null), parts);
}
