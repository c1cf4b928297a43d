/** The open lesson: the student's prediction, what the lesson has shown of the answer, and the steps done. */
import {
  FIRST_LESSON,
  LESSON_IDS,
  type LessonId,
  LESSONS,
  type LessonPlace,
  readPlace,
  writePlace,
} from "../../lessons/catalogue";
import type { Facts } from "../../lessons/facts";
import type { Outcome, Prediction, Question, Step } from "../../lessons/lesson";
import { FIRST_QUESTIONS } from "../../lessons/questions";
import type { Trace } from "../../engine/results/trace";
import type { LaneId } from "../../workers/protocol";
import type { Lane } from "./lane";
import { factsOf } from "./lessonFacts";
import type { ViewState } from "./view";

/** Done steps of each lesson, as `writePlace` writes them. */
export type Progress = readonly string[];

export interface LessonState {
  readonly prediction: Prediction | null;
  /** The source of the trace that the prediction is about; another source makes it void. */
  readonly about: string;
  /** In a step with an act: the facts when the student predicted, and those that the answer is of. */
  readonly before: Facts | null;
  readonly after: Facts | null;
  /** Whether the lesson carries out the act of the step. */
  readonly isActing: boolean;
  readonly isRevealed: boolean;
  readonly isWhyOpen: boolean;
  /** Whether the student is past the last step. */
  readonly isAtEnd: boolean;
  /** Whether a scene has replaced a run of the student's, which undo brings back. */
  readonly hasReplacedRun: boolean;
  /** The lessons whose files the page has. */
  readonly loaded: readonly LessonId[];
  readonly progress: Progress;
}

export const INITIAL_LESSON: LessonState = {
  prediction: null,
  about: "",
  before: null,
  after: null,
  isActing: false,
  isRevealed: false,
  isWhyOpen: false,
  isAtEnd: false,
  hasReplacedRun: false,
  loaded: [],
  progress: [],
};

/** The state of a step that the student enters. */
export function entered({ progress, loaded }: LessonState): LessonState {
  return { ...INITIAL_LESSON, progress, loaded };
}

/** The source of a trace as one text. */
function aboutOf(trace: Trace): string {
  return trace.source.map(({ text }) => text).join(" ");
}

/** The lesson after a prediction. After the reveal it no longer changes. */
export function withPrediction(
  lesson: LessonState,
  { step, facts }: Pick<LessonNow, "step" | "facts">,
  prediction: Prediction,
): LessonState {
  const about = aboutOf(facts.trace);
  if (lesson.isActing || (lesson.isRevealed && isOf(lesson, facts.trace))) return lesson;
  const before = step && hasAct(step) ? facts : null;
  return { ...lesson, prediction, about, before, after: null, isRevealed: false, isWhyOpen: false };
}

export function hasAct(step: Step): boolean {
  return step.kind === "predict" && step.act !== undefined;
}

/** Whether prediction and answer are those of this trace. A step with an act remembers what it is about. */
function isOf({ before, about }: LessonState, trace: Trace): boolean {
  return before !== null || about === aboutOf(trace);
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
  /** Null: the lesson's file has not arrived. */
  readonly step: Step | null;
  readonly facts: Facts;
  /** Null: the facts have no place for the question, or the step has a goal instead. */
  readonly question: Question | null;
  readonly prediction: Prediction | null;
  /** In a step with an act: the facts when the student predicted, and those that the answer is of; else null. */
  readonly before: Facts | null;
  readonly after: Facts | null;
  readonly isActing: boolean;
  readonly isRevealed: boolean;
}

export interface LessonSource {
  readonly view: Pick<ViewState, "mode" | "lesson">;
  readonly lesson: LessonState;
  readonly lanes: { readonly a: Lane } & Readonly<Partial<Record<LaneId, Lane>>>;
}

/**
 * The open step; null outside mode Learn, in the list of lessons and without a trace.
 * @param steps of the open lesson; null until its file has arrived
 */
export function lessonNow(
  { view: { mode, lesson: place }, lesson, lanes }: LessonSource,
  steps: readonly Step[] | null,
): LessonNow | null {
  const facts = mode === "learn" && place ? factsOf(lanes.a, lanes.b) : null;
  if (!place || !facts) return null;
  const isAbout = isOf(lesson, facts.trace);
  const step = steps?.[place.step] ?? null;
  return {
    place,
    step,
    facts,
    question: questionOf({ place, step }, lesson.before, facts),
    prediction: isAbout ? lesson.prediction : null,
    before: lesson.before,
    after: lesson.after,
    isActing: lesson.isActing,
    isRevealed: isAbout && lesson.isRevealed,
  };
}

/** What really happened with the prediction; null before the reveal, and in a step with a goal. */
export function outcomeOf(now: LessonNow): Outcome | null {
  const { step, question, prediction, isRevealed } = now;
  if (step?.kind !== "predict" || !question || !prediction || !isRevealed) return null;
  return step.judge(now.after ?? now.facts, question, prediction, now.before ?? now.facts);
}

function questionOf(
  { place, step }: Pick<LessonNow, "place" | "step">,
  before: Facts | null,
  facts: Facts,
): Question | null {
  // Training changes the map several times a second; a question needs one that stands still.
  if (!before && facts.isTraining) return null;
  if (step) return step.kind === "predict" ? step.ask(before ?? facts) : null;
  return place.id === FIRST_LESSON ? (FIRST_QUESTIONS[place.step]?.(facts) ?? null) : null;
}

/** The row from which the map hides its weights; null: it hides none. A question that is not known yet hides all. */
export function hiddenFrom(now: LessonNow | null): number | null {
  if (!now || now.isRevealed) return null;
  if (!now.step && now.place.id !== FIRST_LESSON) return 0;
  return now.question?.hiddenFrom ?? null;
}
