/** The steps of every lesson. A lesson's file loads when the student opens it. */
import type { LessonId } from "./catalogue";
import type { Step } from "./lesson";

export const LESSON_FILES: Readonly<Record<LessonId, () => Promise<readonly Step[]>>> = {
  readOrWrite: async () => (await import("./readOrWrite")).READ_OR_WRITE,
  readTheMap: async () => (await import("./readTheMap")).READ_THE_MAP,
  bottleneck: async () => (await import("./bottleneck")).BOTTLENECK,
  askTheSource: async () => (await import("./askTheSource")).ASK_THE_SOURCE,
  fourScores: async () => (await import("./fourScores")).FOUR_SCORES,
  whenItLooks: async () => (await import("./whenItLooks")).WHEN_IT_LOOKS,
  feedingTheTruth: async () => (await import("./feedingTheTruth")).FEEDING_THE_TRUTH,
  howItLearns: async () => (await import("./howItLearns")).HOW_IT_LEARNS,
  twoRoads: async () => (await import("./twoRoads")).TWO_ROADS,
  holesInABatch: async () => (await import("./holesInABatch")).HOLES_IN_A_BATCH,
  whichAnswer: async () => (await import("./whichAnswer")).WHICH_ANSWER,
  notAReason: async () => (await import("./notAReason")).NOT_A_REASON,
  insideACell: async () => (await import("./insideACell")).INSIDE_A_CELL,
  lookEverywhere: async () => (await import("./lookEverywhere")).LOOK_EVERYWHERE,
  spotTheMistake: async () => (await import("./spotTheMistake")).SPOT_THE_MISTAKE,
  mistakesInside: async () => (await import("./mistakesInside")).MISTAKES_INSIDE,
};
