/** Whether the stage takes edits: not while a lesson hides what they would show, and not in the opening film. */
import { shownFrame } from "../../state/slices/film";
import { useApp } from "../../state/store";
import { useHiddenFrom } from "../lesson/useLessonNow";

export function useCanEdit(): boolean {
  const isFilm = useApp(({ film }) => shownFrame(film) !== null);
  return useHiddenFrom() === null && !isFilm;
}
