/** The open step of a lesson: its question, the student's prediction, and what really happened. It loads with a lesson. */
import type { LessonPlace } from "../../lessons/catalogue";
import type { Facts } from "../../lessons/facts";
import type { Outcome, Prediction, Question, Step } from "../../lessons/lesson";
import {
  aboutOf,
  INITIAL_LESSON,
  isGuided,
  isOf,
  type LessonSource,
  type LessonState,
} from "./lesson";
import { factsOf } from "./lessonFacts";

/** The open step over the trace on show. */
export interface LessonNow {
  readonly place: LessonPlace;
  readonly step: Step;
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

/** The state of a step that the student enters. */
export function entered({ progress, loaded, isComparing, alone }: LessonState): LessonState {
  return { ...INITIAL_LESSON, progress, loaded, isComparing, alone };
}

/** The lesson after a prediction. After the reveal it no longer changes. */
export function withPrediction(
  lesson: LessonState,
  { step, facts }: Pick<LessonNow, "step" | "facts">,
  prediction: Prediction,
): LessonState {
  const about = aboutOf(facts.trace, facts.alone);
  if (lesson.isActing || (lesson.isRevealed && isOf(lesson, facts.trace))) return lesson;
  const before = hasAct(step) ? facts : null;
  return { ...lesson, prediction, about, before, after: null, isRevealed: false, isWhyOpen: false };
}

export function hasAct(step: Step): boolean {
  return step.kind === "predict" && step.act !== undefined;
}

/**
 * The open step; null where the rail shows no lesson, in the list of lessons, without a trace and before the lesson's file.
 * @param steps of the open lesson; null until its file has arrived
 */
export function lessonNow(source: LessonSource, steps: readonly Step[] | null): LessonNow | null {
  const { view, lesson, lanes } = source;
  const { lesson: place } = view;
  const facts = isGuided(source) && place ? factsOf(lanes.a, lanes.b, lesson.alone) : null;
  const step = place && steps?.[place.step];
  if (!place || !facts || !step) return null;
  const isAbout = isOf(lesson, facts.trace);
  return {
    place,
    step,
    facts,
    question: questionOf(step, lesson.before, facts),
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
  if (step.kind !== "predict" || !question || !prediction || !isRevealed) return null;
  return step.judge(now.after ?? now.facts, question, prediction, now.before ?? now.facts);
}

/** Training changes the picture several times a second; a question needs one that stands still. */
export const isMoving = ({ isTraining, alone }: Facts): boolean =>
  isTraining || alone?.isTraining === true;

function questionOf(step: Step, before: Facts | null, facts: Facts): Question | null {
  if (!before && isMoving(facts)) return null;
  return step.kind === "predict" ? step.ask(before ?? facts) : null;
}
