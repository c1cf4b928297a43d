/** Acts of a lesson. */
import { DEFAULT_CONFIG, FIELD_NAMES } from "../../engine/setup/config";
import { INITIAL_SHOW } from "../../engine/show";
import { withTask } from "../../engine/tasks/difficulty";
import {
  type LessonId,
  LESSONS,
  type LessonPlace,
  sceneTask,
  writePlace,
} from "../../lessons/catalogue";
import type { Prediction } from "../../lessons/lesson";
import { remember } from "../ports/preferences";
import { firstExample } from "../slices/firstExample";
import { LANE } from "../slices/lane";
import {
  entered,
  INITIAL_LESSON,
  isDone,
  type LessonNow,
  lessonNow,
  type LessonState,
  resumedPlace,
  withDone,
  withPrediction,
  writeProgress,
} from "../slices/lesson";
import { laneOf, setLane, setRun, setView, useApp } from "../store";
import { askForModel } from "./settings";
import { replaceShow, WHOLE_DECODE } from "./showing";

/** The open step; null: none is open, or no trace is on show. */
function openStep(): LessonNow | null {
  const { view, lesson } = useApp.getState();
  return lessonNow(view, lesson, laneOf(LANE).run);
}

function setLesson(change: Partial<LessonState>): void {
  useApp.setState(({ lesson }) => ({ lesson: { ...lesson, ...change } }));
}

/** Enters a step of a lesson, at the row from which its question looks ahead. */
function enter(place: LessonPlace): void {
  useApp.setState(({ lesson }) => ({ lesson: entered(lesson) }));
  remember("lesson", writePlace(place));
  setView({ lesson: place });
  setView({
    step: openStep()?.question?.startRow ?? 0,
    column: null,
    playing: false,
    walk: null,
    centre: "network",
  });
}

/** Puts the lesson's scene on the stage: the shipped model of its task and the task's first example. */
export function showScene(id: LessonId): void {
  const { language } = useApp.getState().view;
  const task = sceneTask(id, language);
  const config = withTask(DEFAULT_CONFIG, task);
  const show = { ...INITIAL_SHOW, example: firstExample(task, language) };
  const { run, config: before } = laneOf(LANE);
  const isSameModel = FIELD_NAMES.every((name) => before[name] === config[name]);
  if (isSameModel && (run.info === null || run.info.weights === "baked")) return replaceShow(show);
  setLane(LANE, { config });
  setRun(LANE, { sourceProblem: null });
  setView({ ...WHOLE_DECODE, show });
  askForModel("baked");
}

/** Opens a lesson with its scene, at the first step that is not done. */
export function openLesson(id: LessonId): void {
  showScene(id);
  setView({ mode: "learn" });
  enter(resumedPlace(useApp.getState().lesson.progress, id));
}

/** Closes the lesson and shows the list of lessons. */
export const listLessons = (): void => setView({ lesson: null });

/** Takes what the student expects. It may change until the reveal. */
export function predict(prediction: Prediction): void {
  const { trace } = laneOf(LANE).run;
  if (trace && openStep()?.question)
    useApp.setState(({ lesson }) => ({ lesson: withPrediction(lesson, trace, prediction) }));
}

/** Shows what really happens, and the row where it happens. Without a prediction it does nothing. */
export function reveal(): void {
  const now = openStep();
  if (!now?.question || !now.prediction || now.isRevealed) return;
  setLesson({ isRevealed: true });
  setView({ step: now.question.row, column: null, playing: false });
  finishStep();
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

/** Moves by this many steps, within the lesson. */
function move(by: number): void {
  const { lesson: place } = useApp.getState().view;
  const step = (place?.step ?? 0) + by;
  if (place && step >= 0 && step < LESSONS[place.id].steps) enter({ ...place, step });
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
  useApp.setState({ lesson: INITIAL_LESSON });
}
