/** The open lesson: the student's prediction, what the lesson has shown of the answer, and the steps done. */
import {
  FIRST_LESSON,
  type LessonId,
  type LessonPlace,
  readPlace,
  sceneOf,
  writePlace,
} from "../../lessons/catalogue";
import type { AloneFacts, Facts } from "../../lessons/facts";
import type { Prediction, Question } from "../../lessons/lesson";
import type { Trace } from "../../engine/results/trace";
import type { LaneId } from "../../workers/protocol";
import type { Lane } from "./lane";
import type { ViewState } from "./view";

/** Done steps of each lesson, as `writePlace` writes them. */
export type Progress = readonly string[];

/** The network alone on its page; "waiting": the worker has not answered what the page wants. */
export type OpenAlone = AloneFacts | "waiting";

export interface LessonState {
  readonly prediction: Prediction | null;
  /** The source of the trace, or the name, that the prediction is about; another one makes it void. */
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
  /** Whether the scene compares two lanes: the lesson then stands beside both stages, in mode Compare. */
  readonly isComparing: boolean;
  /** Whether a scene has replaced a run of the student's, which undo brings back. */
  readonly hasReplacedRun: boolean;
  /** Null: the page of the networks alone is closed. */
  readonly alone: OpenAlone | null;
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
  isComparing: false,
  hasReplacedRun: false,
  alone: null,
  loaded: [],
  progress: [],
};

/** What a prediction is about, as one text: the name that a network alone reads or writes, else the source of the trace. */
export function aboutOf(trace: Trace, alone: OpenAlone | null): string {
  if (alone === "waiting") return "";
  const name = alone && (alone.reading?.name ?? alone.written[0]?.writing.name);
  return name ?? trace.source.map(({ text }) => text).join(" ");
}

/** Whether prediction and answer are those of this trace. A step with an act remembers what it is about. */
export function isOf({ before, about, alone }: LessonState, trace: Trace): boolean {
  return before !== null || about === aboutOf(trace, alone);
}

/** The progress in a text of the device. Unknown steps are left out. */
export function readProgress(text: string | null): Progress {
  const places = (text ?? "").split(",").flatMap((each) => readPlace(each) ?? []);
  return [...new Set(places.map(writePlace))];
}

export interface LessonSource {
  readonly view: Pick<ViewState, "mode" | "lesson" | "hidden">;
  readonly lesson: LessonState;
  readonly lanes: { readonly a: Lane } & Readonly<Partial<Record<LaneId, Lane>>>;
}

/** Whether the rail shows the lesson. A link can hide the rail. */
export function isGuided({
  view: { mode, hidden },
  lesson,
}: Pick<LessonSource, "lesson"> & {
  readonly view: Pick<ViewState, "mode" | "hidden">;
}): boolean {
  const isLesson = mode === "learn" || (mode === "compare" && lesson.isComparing);
  return isLesson && !hidden.includes("rail");
}

/** Whether the lesson stands on the page of the networks alone, beside what it asks about. */
export function isOnAlone(source: Pick<LessonSource, "lesson" | "view">): boolean {
  const { view, lesson } = source;
  return (
    lesson.alone !== null &&
    view.lesson !== null &&
    sceneOf(view.lesson.id).alone !== undefined &&
    isGuided(source)
  );
}

/** Whether the page of the networks alone comes with the lesson: the whole network in its place would only flash. */
export function isAwaitingAlone(source: Pick<LessonSource, "lesson" | "view">): boolean {
  const { view, lesson } = source;
  const { id } = view.lesson ?? {};
  if (id === undefined || sceneOf(id).alone === undefined || !isGuided(source)) return false;
  return lesson.alone !== null || !lesson.loaded.includes(id);
}

/** What the stage covers while the open step asks. */
export interface Cover {
  /** The row from which the map hides its weights; null: it hides none. */
  readonly hiddenFrom: number | null;
  /** The hidden row that the step asks about. */
  readonly asked: number | null;
}

const NO_COVER: Cover = { hiddenFrom: null, asked: null };

/** Undefined: the lesson's file has not arrived. */
export type AskedAt = (source: LessonSource) => Question | null | undefined;

/** A question that is not known yet covers the whole map. */
export function coverOf(source: LessonSource, askedAt: AskedAt | null): Cover {
  const { view, lesson, lanes } = source;
  const { trace } = lanes.a.run;
  const isOpen = isGuided(source) && view.lesson !== null && trace !== null;
  if (!isOpen || (lesson.isRevealed && isOf(lesson, trace))) return NO_COVER;
  const question = askedAt?.(source);
  if (question === undefined)
    return isFirst(view.lesson) ? NO_COVER : { hiddenFrom: 0, asked: null };
  return question === null || question.hiddenFrom === null
    ? NO_COVER
    : { hiddenFrom: question.hiddenFrom, asked: question.row };
}

/** The first step of the first lesson hides nothing, so the first picture does not wait for the lesson's file. */
const isFirst = (place: LessonPlace | null): boolean =>
  place?.id === FIRST_LESSON && place.step === 0;
