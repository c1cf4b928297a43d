/** With another seed and a new model, and after shorter training, what the lessons claim is still true. */
import { beforeAll, describe, expect, test } from "vitest";
import type { Arithmetic } from "../src/engine/training/learner";
import { startNodeArithmetic } from "../src/testing/nodeBackend";
import { isInRange } from "./lessonClaim";
import { type ModelName, trainingLab } from "./lessonModels";
import { MODEL_CLAIMS } from "./modelClaims";
import { TRAINING_CLAIMS } from "./trainingClaims";

const UPDATES = 600;
/** Models that are slow to train, or of which the claims are true long before. */
const FEWER: Partial<Record<ModelName, number>> = {
  bothWays: 300,
  filledSources: 300,
  coinPerToken: 300,
  coinPerStep: 300,
  coinPerSequence: 300,
  fiveNumbers: 300,
  fiveNumbersKorean: 300,
  translation: 400,
  translationDot: 400,
  transformer: 200,
};
const SHARE = 0.6; // of the training of the networks of names
/** `npm test` has time for one seed; LESSON_SEEDS=21,22,23 takes more. */
const SEEDS = (process.env["LESSON_SEEDS"] ?? "21").split(",").map(Number);

let arithmetic: Arithmetic;
beforeAll(async () => {
  arithmetic = await startNodeArithmetic();
});

describe.each(SEEDS)("a model of seed %i", (seed) => {
  test("is as the lessons say", async () => {
    const lab = trainingLab(arithmetic, seed, (name) => FEWER[name] ?? UPDATES, SHARE);
    const wrong: string[] = [];
    for (const claim of [...TRAINING_CLAIMS, ...MODEL_CLAIMS]) {
      const value = await claim.measure(lab);
      if (!isInRange(claim, value)) wrong.push(`${claim.lesson}: ${claim.says} ${value}`);
    }
    expect(wrong).toEqual([]);
  });
});
