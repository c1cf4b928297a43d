/** The steps of every lesson. A lesson's file loads when the student opens it. */
import type { LessonId } from "./catalogue";
import type { Step } from "./lesson";

export const LESSON_FILES: Readonly<Record<LessonId, () => Promise<readonly Step[]>>> = {
  readTheMap: async () => (await import("./readTheMap")).READ_THE_MAP,
  bottleneck: async () => (await import("./bottleneck")).BOTTLENECK,
  askTheSource: async () => (await import("./askTheSource")).ASK_THE_SOURCE,
  fourScores: async () => (await import("./fourScores")).FOUR_SCORES,
  whenItLooks: async () => (await import("./whenItLooks")).WHEN_IT_LOOKS,
  feedingTheTruth: async () => (await import("./feedingTheTruth")).FEEDING_THE_TRUTH,
};
