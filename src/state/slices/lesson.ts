/** The open lesson: the student's prediction, what the lesson has shown of the answer, and the steps done. */
import {
  LESSON_IDS,
  type LessonId,
  LESSONS,
  type LessonPlace,
  readPlace,
  writePlace,
} from "../../lessons/catalogue";
import type { Prediction, Question } from "../../lessons/lesson";
import { questionAt } from "../../lessons/questions";
import type { Trace } from "../../engine/results/trace";
import type { RunState } from "./run";
import type { ViewState } from "./view";

/** Done steps of each lesson, as `writePlace` writes them. */
export type Progress = readonly string[];

export interface LessonState {
  readonly prediction: Prediction | null;
  /** The source of the trace that the prediction is about; another source makes it void. */
  readonly about: string;
  readonly isRevealed: boolean;
  readonly isWhyOpen: boolean;
  readonly progress: Progress;
}

export const INITIAL_LESSON: LessonState = {
  prediction: null,
  about: "",
  isRevealed: false,
  isWhyOpen: false,
  progress: [],
};

/** The state of a step that the student enters. */
export function entered({ progress }: LessonState): LessonState {
  return { ...INITIAL_LESSON, progress };
}

/** The source of a trace as one text. */
function aboutOf(trace: Trace): string {
  return trace.source.map(({ text }) => text).join(" ");
}

/** The lesson after a prediction. After the reveal it no longer changes. */
export function withPrediction(
  lesson: LessonState,
  trace: Trace,
  prediction: Prediction,
): LessonState {
  const about = aboutOf(trace);
  if (lesson.isRevealed && lesson.about === about) return lesson;
  return { ...lesson, prediction, about, isRevealed: false, isWhyOpen: false };
}

export function withDone(progress: Progress, place: LessonPlace): Progress {
  const done = writePlace(place);
  return progress.includes(done) ? progress : [...progress, done];
}

export function isDone(progress: Progress, place: LessonPlace): boolean {
  return progress.includes(writePlace(place));
}

/** The first step of a lesson that is not done; the first one where all are. */
export function resumedPlace(progress: Progress, id: LessonId): LessonPlace {
  const steps = Array.from({ length: LESSONS[id].steps }, (_, step) => ({ id, step }));
  return steps.find((place) => !isDone(progress, place)) ?? { id, step: 0 };
}

/** Progress as a text for the device, and back. Unknown steps are left out. */
export function writeProgress(progress: Progress): string {
  return progress.join(",");
}

export function readProgress(text: string | null): Progress {
  const places = (text ?? "").split(",").flatMap((each) => readPlace(each) ?? []);
  return [...new Set(places.map(writePlace))];
}

export function doneCount(progress: Progress, id: LessonId): number {
  return LESSON_IDS.includes(id) ? progress.filter((each) => readPlace(each)?.id === id).length : 0;
}

/** The open step over the trace on show. */
export interface LessonNow {
  readonly place: LessonPlace;
  readonly trace: Trace;
  /** Null: the trace has no row for the question, or the step has a goal instead. */
  readonly question: Question | null;
  readonly prediction: Prediction | null;
  readonly isRevealed: boolean;
}

/** The open step; null outside mode Learn, in the list of lessons and without a trace. */
export function lessonNow(
  { mode, lesson: place }: Pick<ViewState, "mode" | "lesson">,
  lesson: LessonState,
  { trace, status }: Pick<RunState, "trace" | "status">,
): LessonNow | null {
  if (mode !== "learn" || !place || !trace) return null;
  const isAbout = lesson.about === aboutOf(trace);
  return {
    place,
    trace,
    // Training changes the map several times a second; a question needs one that stands still.
    question: status === "training" ? null : questionAt(place, trace),
    prediction: isAbout ? lesson.prediction : null,
    isRevealed: isAbout && lesson.isRevealed,
  };
}

/** The row from which the map hides its weights; null: it hides none. */
export function hiddenFrom(now: LessonNow | null): number | null {
  return now && !now.isRevealed ? (now.question?.hiddenFrom ?? null) : null;
}
