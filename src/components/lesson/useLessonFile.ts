/** The parts of a lesson that load when it opens: its steps and its texts. */
import i18next from "i18next";
import { useEffect, useState } from "react";
import { hasLessonTexts, loadLessonTexts } from "../../i18n/lessonTexts";
import type { LessonId } from "../../lessons/catalogue";
import { page } from "../../state/actions/acts";
import { useApp } from "../../state/store";

export interface LessonFile {
  readonly state: "ready" | "loading" | "failed";
  readonly retry: () => void;
  /** How often the student has pressed the button of `retry`, which disappears with the focus (`FocusHere`). */
  readonly retries: number;
}

/** @param id null: no lesson is open */
export function useLessonFile(id: LessonId | null): LessonFile {
  const hasSteps = useApp(({ lesson }) => id !== null && lesson.loaded.includes(id));
  const language = useApp(({ view }) => view.language);
  const [failedTries, setFailedTries] = useState(0);
  const [tries, setTries] = useState(1);
  const [, setArrived] = useState(""); // draws the texts that have come
  const isReady = hasSteps && id !== null && hasLessonTexts(i18next.language, id);
  useEffect(() => {
    if (id === null) return undefined;
    let isWanted = true;
    const load = async (): Promise<void> => {
      try {
        await Promise.all([page.loadLesson(id), loadLessonTexts(language, id)]);
        if (isWanted) setArrived(`${language} ${id}`);
      } catch {
        if (isWanted) setFailedTries(tries);
      }
    };
    void load();
    return () => {
      isWanted = false;
    };
  }, [id, language, tries]);
  const isFailed = failedTries === tries && !isReady;
  return {
    state: isReady ? "ready" : isFailed ? "failed" : "loading",
    retry: () => setTries(tries + 1),
    retries: tries - 1,
  };
}
