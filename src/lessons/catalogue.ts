/** The lessons in their order, and what the page knows of each before it opens one. */
import type { TaskId } from "../engine/tasks/task";
import { type Scene, taskOf } from "./scene";

interface LessonFacts {
  readonly steps: number;
  readonly scene: Scene;
}

/** From English into the student's language, or into French. */
const TRANSLATION = { task: "englishFrench", taskIn: { ko: "englishKorean" } } as const;

export const LESSONS = {
  readOrWrite: {
    steps: 6,
    scene: { ...TRANSLATION, alone: { kind: "classifier", text: "georgescu" } },
  },
  readTheMap: {
    steps: 5,
    scene: TRANSLATION,
  },
  bottleneck: {
    steps: 7,
    scene: { task: "reverse", settings: { attention: "none" } },
  },
  askTheSource: {
    steps: 6,
    scene: { ...TRANSLATION, settings: { attention: "dot" } },
  },
  fourScores: {
    steps: 5,
    scene: TRANSLATION,
  },
  whenItLooks: {
    steps: 6,
    scene: TRANSLATION,
  },
  feedingTheTruth: {
    steps: 8,
    scene: {
      task: "reverse",
      settings: { attention: "none" },
      example: { kind: "heldOut", index: 16 },
    },
  },
  howItLearns: {
    steps: 7,
    scene: {
      ...TRANSLATION,
      weights: "fresh",
      settings: { clipNorm: 0.1 }, // shorter than the first gradients, so that they are clipped
      show: { feeding: "truth" },
    },
  },
  twoRoads: {
    steps: 5,
    scene: {
      task: "reverse",
      weights: "fresh",
      settings: { attention: "none" },
      example: { kind: "typed", text: "learning" },
      show: { feeding: "truth" },
    },
  },
  holesInABatch: {
    steps: 6,
    scene: TRANSLATION,
  },
  whichAnswer: {
    steps: 6,
    scene: {
      task: "englishFrench",
      settings: { attention: "none" },
      example: { kind: "heldOut", index: 16 },
    },
  },
  notAReason: {
    steps: 6,
    scene: { task: "reverse", settings: { attention: "dot" } },
  },
  insideACell: {
    steps: 8,
    scene: { task: "reverse", settings: { attention: "none" } },
  },
  lookEverywhere: {
    steps: 7,
    scene: { ...TRANSLATION, settings: { network: "transformer", learningRate: 0.002 } },
  },
  spotTheMistake: {
    steps: 7,
    scene: TRANSLATION,
  },
  mistakesInside: {
    steps: 5,
    scene: TRANSLATION,
  },
} as const satisfies Readonly<Record<string, LessonFacts>>;

export type LessonId = keyof typeof LESSONS;

export const LESSON_IDS = Object.keys(LESSONS) as LessonId[];

export const FIRST_LESSON: LessonId = "readTheMap";

/** A step of a lesson, 0-based. */
export interface LessonPlace {
  readonly id: LessonId;
  readonly step: number;
}

export const sceneOf = (id: LessonId): Scene => LESSONS[id].scene;

/** The task of a lesson's scene in this language. */
export const sceneTask = (id: LessonId, language: string): TaskId => taskOf(sceneOf(id), language);

/** The place in a word, counted from 1: "readTheMap.3". */
export function writePlace({ id, step }: LessonPlace): string {
  return `${id}.${step + 1}`;
}

/** The place that the text names, within the lesson's steps; null where it names no lesson. */
export function readPlace(text: string): LessonPlace | null {
  const [, name = "", number = "1"] = /^(\w+)(?:\.(\d{1,3}))?$/.exec(text) ?? [];
  const id = LESSON_IDS.find((each) => each === name);
  if (id === undefined) return null;
  const beyond = Number(number) - LESSONS[id].steps;
  if (id === "spotTheMistake" && beyond > 0) return readPlace(`mistakesInside.${beyond}`); // once its own steps
  return { id, step: Math.min(LESSONS[id].steps, Math.max(1, Number(number))) - 1 };
}
