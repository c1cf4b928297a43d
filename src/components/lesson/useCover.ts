/** What the stage covers while the lesson asks. It loads with the first picture. */
import { useMemo } from "react";
import { lessonPort } from "../../state/ports/lessonPort";
import { type Cover, coverOf } from "../../state/slices/lesson";
import { useLessonSource } from "./useLessonSource";

export function useCover(): Cover {
  const source = useLessonSource();
  return useMemo(() => coverOf(source, lessonPort()?.askedAt ?? null), [source]);
}
