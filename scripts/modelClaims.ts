/** Claims about trained models, shipped or new. */
import type { Claim } from "./lessonClaim";
import {
  besideEdits,
  cornerOverMap,
  exactMatch,
  firstOverLast,
  keptIn,
  largestMemory,
  lostAfterWrong,
  ownLooks,
  rightInLonger,
  sameLooks,
} from "./lessonMeasures";

export const MODEL_CLAIMS: readonly Claim[] = [
  {
    lesson: "bottleneck",
    says: "Without attention, nearly all words of 4 letters are right ...",
    measure: async (lab) => exactMatch(await lab.at("none"), 4),
    least: 0.8,
    most: 1,
  },
  {
    lesson: "bottleneck",
    says: "... and most words of 8 letters are wrong.",
    measure: async (lab) => exactMatch(await lab.at("none"), 8),
    least: 0,
    most: 0.5,
  },
  {
    lesson: "bottleneck",
    says: "With attention, nearly all words of 8 letters are right.",
    measure: async (lab) => exactMatch(await lab.at("additive"), 8),
    least: 0.85,
    most: 1,
  },
  {
    lesson: "bottleneck",
    says: "With as many parameters but without attention, fewer words are right (difference of the exact match).",
    measure: async (lab) => (await exactMatch(await lab.at("additive"))) - (await exactMatch(await lab.at("wide"))), // prettier-ignore
    least: 0.05,
    most: 1,
  },
  {
    lesson: "bottleneck",
    says: "Attention does not save words of 14 letters: right letters at their place.",
    measure: async (lab) => rightInLonger(await lab.at("additive"), 14),
    least: 0,
    most: 0.6,
  },
  {
    lesson: "bottleneck",
    says: "Reading the word from its end is no great help here (difference of the exact match).",
    measure: async (lab) => (await exactMatch(await lab.at("reversed"))) - (await exactMatch(await lab.at("none"))), // prettier-ignore
    least: -0.2,
    most: 0.2,
  },
  {
    lesson: "fourScores",
    says: "Two models with different scores look at different places in some rows: share of equal places.",
    measure: async (lab) => sameLooks(await lab.at("translation"), await lab.at("translationDot")),
    least: 0.1,
    most: 0.95,
  },
  {
    lesson: "feedingTheTruth",
    says: "Without attention, a wrong token spoils many of the later ones: share of right ones that are lost ...",
    measure: async (lab) => lostAfterWrong(await lab.at("none")),
    least: 0.3,
    most: 1,
  },
  {
    lesson: "feedingTheTruth",
    says: "... and fewer with attention (difference of the two shares).",
    measure: async (lab) => (await lostAfterWrong(await lab.at("none"))) - (await lostAfterWrong(await lab.at("additive"))), // prettier-ignore
    least: 0.1,
    most: 1,
  },
  {
    lesson: "twoRoads",
    says: "Trained model without attention: the same. Training has lengthened it.",
    measure: async (lab) => firstOverLast(await lab.at("none")),
    least: 0.1,
    most: Number.POSITIVE_INFINITY,
  },
  {
    lesson: "twoRoads",
    says: "Trained model with attention: the part through the decoder's first state over that through the map.",
    measure: async (lab) => cornerOverMap(await lab.at("additive")),
    least: 0,
    most: 0.6,
  },
  {
    lesson: "notAReason",
    says: "Dot product, one direction: right answers ...",
    measure: async (lab) => exactMatch(await lab.at("dot")),
    least: 0.85,
    most: 1,
  },
  {
    lesson: "notAReason",
    says: "... and few rows look most at their own letter.",
    measure: async (lab) => ownLooks(await lab.at("dot")),
    least: 0,
    most: 0.6,
  },
  {
    lesson: "notAReason",
    says: "Many rows with their whole weight on their own letter write another letter: share of such rows.",
    measure: async (lab) => (await besideEdits(await lab.at("dot"))).forced,
    least: 0.25,
    most: 1,
  },
  {
    lesson: "notAReason",
    says: "A row still writes its letter while that letter is hidden: share of such rows.",
    measure: async (lab) => (await besideEdits(await lab.at("dot"))).hidden,
    least: 0.6,
    most: 1,
  },
  {
    lesson: "notAReason",
    says: "General score, both directions: most rows look most at their own letter.",
    measure: async (lab) => ownLooks(await lab.at("bothWays")),
    least: 0.8,
    most: 1,
  },
  {
    lesson: "insideACell",
    says: "Without attention, the update gates of row 1 keep most of the decoder's first state.",
    measure: async (lab) => keptIn(await lab.at("none"), 0),
    least: 0.7,
    most: 1,
  },
  {
    lesson: "insideACell",
    says: "With attention they keep less (difference of the two shares).",
    measure: async (lab) => (await keptIn(await lab.at("none"), 0)) - (await keptIn(await lab.at("additive"), 0)), // prettier-ignore
    least: 0.15,
    most: 1,
  },
  {
    lesson: "insideACell",
    says: "The memory of an LSTM grows beyond 1: largest number in it.",
    measure: async (lab) => (await largestMemory(await lab.at("lstm"))).c,
    least: 1.5,
    most: Number.POSITIVE_INFINITY,
  },
];
