/** The acts of a lesson as the page calls them: `lesson.ts` loads with the first call. The calls keep their order. */
import type { LessonId } from "../../lessons/catalogue";
import type { Prediction } from "../../lessons/lesson";
import { lessonPort } from "../ports/lessonPort";
import { setView } from "../store";
import { ALONE_ACTS } from "./alone";
import { lateScript } from "./lateScript";
import type { resumeLesson as resume } from "./lesson";

const { late, loaded } = lateScript(() => import("./lesson"));

/** Loads the file of a lesson. A failed load rejects: the lesson itself says so and repeats it. */
export const loadLesson = async (id: LessonId): Promise<void> => (await loaded()).loadLesson(id);

/** Of the opening page, not of the student. */
export const resumeLesson = (...args: Parameters<typeof resume>): Promise<void> =>
  loaded().then(
    (script) => script.resumeLesson(...args),
    () => undefined, // the lesson itself says so
  );
export const openLesson = late("openLesson");
export const showScene = late("showScene");
export const changeScene = late("changeScene");
export const showAnswer = late("showAnswer");
export const reveal = late("reveal");
export const stopActing = late("stopActing");
export const trainFor = late("trainFor");
export const openWhy = late("openWhy");
export const finishStep = late("finishStep");
export const nextStep = late("nextStep");
export const skipStep = late("skipStep");
export const previousStep = late("previousStep");
export const forgetProgress = late("forgetProgress");

/** Closes the lesson and shows the list of lessons. */
export function listLessons(): void {
  ALONE_ACTS.openAlone(null);
  setView({ lesson: null, mode: "learn" });
}

/** Takes what the student expects, at once: a control that waited for a script would jump back. */
export const predict = (prediction: Prediction): void => lessonPort()?.predict(prediction);
