/** How many minutes a lesson takes, for the list of lessons and for teachers. It loads late. */
import type { LessonId } from "./catalogue";

export const MINUTES: Readonly<Record<LessonId, number>> = {
  readOrWrite: 8,
  readTheMap: 6,
  bottleneck: 10,
  askTheSource: 9,
  fourScores: 8,
  whenItLooks: 8,
  feedingTheTruth: 11,
  howItLearns: 10,
  twoRoads: 8,
  holesInABatch: 8,
  whichAnswer: 9,
  notAReason: 9,
  insideACell: 11,
  lookEverywhere: 10,
  spotTheMistake: 9,
  mistakesInside: 7,
};
