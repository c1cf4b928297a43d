/** Acts of a lesson. `lessons.ts` loads them with the first call. */
import { type LessonId, LESSONS, type LessonPlace, writePlace } from "../../lessons/catalogue";
import { LESSON_FILES } from "../../lessons/files";
import { keepSteps } from "../ports/lessonFiles";
import { setLessonPort } from "../ports/lessonPort";
import { remember } from "../ports/preferences";
import { LANE } from "../slices/lane";
import { INITIAL_LESSON, type LessonState } from "../slices/lesson";
import { entered, hasAct } from "../slices/lessonNow";
import { isDone, resumedPlace, withDone, writeProgress } from "../slices/lessonProgress";
import { laneOf, setView, useApp } from "../store";
import { showMissingScene } from "./lessonScene";
import { LESSON_PORT, openStep } from "./predict";
import { pause, train } from "./training";

export { changeScene, showScene } from "./lessonScene";

function setLesson(change: Partial<LessonState>): void {
  useApp.setState(({ lesson }) => ({ lesson: { ...lesson, ...change } }));
}

/** Loads the file of a lesson. A failed load rejects and can be repeated. */
export async function loadLesson(id: LessonId): Promise<void> {
  keepSteps(id, await LESSON_FILES[id]());
  setLessonPort(LESSON_PORT);
  const { loaded } = useApp.getState().lesson;
  if (!loaded.includes(id)) setLesson({ loaded: [...loaded, id] });
}

/** Loads the file of a lesson; false: it failed to, which the lesson itself says, with another try. */
const isLoaded = (id: LessonId): Promise<boolean> =>
  loadLesson(id).then(
    () => true,
    () => false,
  );

/**
 * Goes on with the lesson of the opened link. Its file brings the scene of the step, unless the link has its own.
 * @param hasSavedRun whether this tab has kept what an earlier step left
 */
export async function resumeLesson(hasOwnScene: boolean, hasSavedRun: boolean): Promise<void> {
  const { lesson: place } = useApp.getState().view;
  if (!place) return;
  if ((await isLoaded(place.id)) && !hasOwnScene) showMissingScene(hasSavedRun);
}

/**
 * Enters a step of a lesson with its scene, at the row from which its question looks ahead.
 * @param goesOn whether the stage has what the step before left
 */
function enter(place: LessonPlace, goesOn: boolean): void {
  useApp.setState(({ lesson }) => ({ lesson: entered(lesson) }));
  remember("lesson", writePlace(place));
  setView({ lesson: place, column: null, playing: false, walk: null });
  showMissingScene(goesOn);
  const row = openStep()?.question?.startRow;
  if (typeof row === "number") setView({ step: row });
}

/** Opens a lesson with its scene, at the first step that is not done. */
export async function openLesson(id: LessonId): Promise<void> {
  setView({ mode: "learn", panel: "rail" });
  await isLoaded(id);
  enter(resumedPlace(useApp.getState().lesson.progress, id), false);
}

/** Shows what really happens: at once, or after the act of the step. Without a prediction it does nothing. */
export function showAnswer(): void {
  const now = openStep();
  if (!now?.question || !now.prediction || now.isRevealed) return;
  if (hasAct(now.step)) setLesson({ isActing: true });
  else reveal();
}

/** Shows the answer on the present facts, and the row where it stands. Without a prediction it does nothing. */
export function reveal(): void {
  const now = openStep();
  if (!now?.question || !now.prediction || now.isRevealed) return;
  const after = hasAct(now.step) ? now.facts : null;
  setLesson({ isRevealed: true, isActing: false, after });
  const { row, column = null } = now.question;
  if (row !== null) setView({ step: row, column, playing: false });
  if (now.step.kind === "predict") setView(now.step.shows ?? {});
  finishStep();
}

/** Ends the act of the step before its end; the student can begin it again. */
export const stopActing = (): void => setLesson({ isActing: false });

/** Trains this many updates, unless the run stops before. */
export function trainFor(updates: number): void {
  train();
  const { info, step } = laneOf(LANE).run;
  let goal = info?.weights === "baked" ? updates : step + updates; // a shipped model gives way to fresh weights
  let hasStarted = false;
  const unfollow = useApp.subscribe(({ lanes }) => {
    const { run } = lanes[LANE];
    hasStarted ||= run.status === "training";
    if (run.info?.runId !== info?.runId && run.step === 0) goal = updates;
    const isOver = hasStarted && run.status !== "training";
    if (run.status === "training" && run.step >= goal) {
      unfollow();
      pause();
    } else if (isOver) unfollow();
  });
}

/** Keeps on this device that the open step is done. */
export function finishStep(): void {
  const { view, lesson } = useApp.getState();
  if (!view.lesson) return;
  const progress = withDone(lesson.progress, view.lesson);
  remember("lessonProgress", writeProgress(progress));
  setLesson({ progress });
}

export const openWhy = (isWhyOpen: boolean): void => setLesson({ isWhyOpen });

/** Moves by this many steps. After the last step comes the end of the lesson. */
function move(by: number): void {
  const { view, lesson } = useApp.getState();
  const { lesson: place } = view;
  if (!place) return;
  if (lesson.isAtEnd) return setLesson({ isAtEnd: by > 0 });
  const step = place.step + by;
  if (step === LESSONS[place.id].steps) setLesson({ isAtEnd: true });
  else if (step >= 0) enter({ ...place, step }, true);
}

/** Goes on, if the open step is done. */
export function nextStep(): void {
  const { view, lesson } = useApp.getState();
  if (view.lesson && isDone(lesson.progress, view.lesson)) move(1);
}

/** Goes on without the answer. */
export const skipStep = (): void => move(1);
export const previousStep = (): void => move(-1);

/** Forgets which steps are done, on this device too. */
export function forgetProgress(): void {
  remember("lessonProgress", "");
  remember("lesson", "");
  useApp.setState(({ lesson }) => ({ lesson: { ...INITIAL_LESSON, loaded: lesson.loaded } }));
}
