/** Claims about training itself, which cannot be measured on a shipped model. */
import type { Claim } from "./lessonClaim";
import {
  exactMatch,
  exactMatchUnfilled,
  fillerLoss,
  firstOverLast,
  heldOutLoss,
  largestOverEven,
  moveOverRate,
  trainingLoss,
  wrongSourceLoss,
} from "./lessonMeasures";

const EARLY = 20;
const LATER = 300;

export const TRAINING_CLAIMS: readonly Claim[] = [
  {
    lesson: "howItLearns",
    says: "The map of a new model is nearly flat: largest weight of a row over its even share.",
    measure: async (lab) => largestOverEven(await lab.at("translation", 0)),
    least: 1,
    most: 1.5,
  },
  {
    lesson: "howItLearns",
    says: "At the third update, most parameters move by about the learning rate: median move over it.",
    measure: async (lab) => moveOverRate(await lab.at("translation", 2)),
    least: 0.3,
    most: 1.5,
  },
  {
    lesson: "howItLearns",
    says: `At first the source is not needed: loss with a wrong source over that with the right one, at update ${EARLY} ...`,
    measure: async (lab) => wrongSourceLoss(await lab.at("translation", EARLY)),
    least: 0.9,
    most: 1.15,
  },
  {
    lesson: "howItLearns",
    says: `... and the map is not bright yet: largest weight over its even share, at update ${EARLY}.`,
    measure: async (lab) => largestOverEven(await lab.at("translation", EARLY)),
    least: 1,
    most: 2.5,
  },
  {
    lesson: "howItLearns",
    says: `Later it is needed: loss with a wrong source over that with the right one, at update ${LATER} ...`,
    measure: async (lab) => wrongSourceLoss(await lab.at("translation", LATER)),
    least: 3,
    most: Number.POSITIVE_INFINITY,
  },
  {
    lesson: "howItLearns",
    says: `... and the map is bright: largest weight over its even share, at update ${LATER}.`,
    measure: async (lab) => largestOverEven(await lab.at("translation", LATER)),
    least: 3,
    most: Number.POSITIVE_INFINITY,
  },
  {
    lesson: "howItLearns",
    says: "With 300 pairs only, the training loss falls far below the held-out loss: held-out over training loss at update 300.",
    measure: async (lab) => {
      const run = await lab.at("fewPairs", 300);
      return (await heldOutLoss(run)) / trainingLoss(run);
    },
    least: 4,
    most: Number.POSITIVE_INFINITY,
  },
  {
    lesson: "twoRoads",
    says: "New model without attention: gradient of the first state over that of the last.",
    measure: async (lab) => firstOverLast(await lab.at("none", 0)),
    least: 0,
    most: 1 / 20,
  },
  {
    lesson: "twoRoads",
    says: "New model with attention: the same.",
    measure: async (lab) => firstOverLast(await lab.at("additive", 0)),
    least: 1,
    most: Number.POSITIVE_INFINITY,
  },
  {
    lesson: "holesInABatch",
    says: "A model that must write padding learns it before the rest: its loss over that of real tokens, at update 40.",
    measure: async (lab) => fillerLoss(await lab.at("filled", 40)),
    least: 0,
    most: 0.4,
  },
  {
    lesson: "feedingTheTruth",
    says: "P(feed truth) 0.5: one coin for each step of the batch or one for each token (difference of the exact match) ...",
    measure: async (lab) => (await exactMatch(await lab.at("coinPerStep"))) - (await exactMatch(await lab.at("coinPerToken"))), // prettier-ignore
    least: -0.2,
    most: 0.2,
  },
  {
    lesson: "feedingTheTruth",
    says: "... and one coin for each answer or one for each token.",
    measure: async (lab) => (await exactMatch(await lab.at("coinPerSequence"))) - (await exactMatch(await lab.at("coinPerToken"))), // prettier-ignore
    least: -0.2,
    most: 0.2,
  },
  {
    lesson: "holesInABatch",
    says: "A model that reads over padding in training answers well while it has padding ...",
    measure: async (lab) => exactMatch(await lab.at("filledSources")),
    least: 0.7,
    most: 1,
  },
  {
    lesson: "holesInABatch",
    says: "... and much worse without it.",
    measure: async (lab) => exactMatchUnfilled(await lab.at("filledSources")),
    least: 0,
    most: 0.5,
  },
  {
    lesson: "mistakesInside",
    says: "With states of 5 numbers most French sentences are wrong: right answers ...",
    measure: async (lab) => exactMatch(await lab.at("fiveNumbers")),
    least: 0,
    most: 0.5,
  },
  {
    lesson: "mistakesInside",
    says: "... and most Korean ones.",
    measure: async (lab) => exactMatch(await lab.at("fiveNumbersKorean")),
    least: 0,
    most: 0.5,
  },
];
