/** Whether the stage takes edits: not on a Transformer, not where the link hides them, not while a lesson asks about it without wanting them, and not in the opening film. */
import { shownFrame } from "../../state/slices/film";
import { useApp } from "../../state/store";
import { useCover } from "../lesson/useCover";
import { useLessonNow } from "../lesson/useLessonNow";
import { useHides } from "../useHides";
import { useLane } from "../useLane";

export function useCanEdit(): boolean {
  const isFilm = useApp(({ film }) => shownFrame(film) !== null);
  const isTransformer = useLane(({ run }) => run.trace?.transformer != null);
  const lesson = useLessonNow();
  const isCovered = useCover().hiddenFrom !== null; // known before the lesson's file
  const isAsked = isCovered || (lesson !== null && lesson.question !== null && !lesson.isRevealed);
  const isForAct = Boolean(lesson?.before); // after the prediction the student may do the act of the step
  const isHidden = useHides("edits") || isTransformer;
  return !(isAsked && !isForAct) && !isFilm && !isHidden;
}
