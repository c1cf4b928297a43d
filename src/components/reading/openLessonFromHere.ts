/** Opens a lesson in place of what is read. */
import type { LessonId } from "../../lessons/catalogue";
import { student } from "../../state/actions/acts";
import { focusPlace } from "../focusPlace";

/**
 * The pressed button goes with what is read. The heading of the lesson takes the focus if the rail had lessons before,
 * else the rail does.
 */
export async function openLessonFromHere(id: LessonId): Promise<void> {
  const pressed = document.activeElement;
  try {
    await student.openLesson(id);
  } finally {
    if (document.activeElement === pressed) focusPlace("rail");
    student.lookUp(null);
  }
}
