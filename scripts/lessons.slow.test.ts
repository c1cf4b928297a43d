/**
 * What the lessons claim about models is true of the shipped ones, and what they claim about training is true of another
 * seed after shorter training.
 */
import { beforeAll, describe, expect, test } from "vitest";
import type { Arithmetic } from "../src/engine/training/learner";
import { startNodeArithmetic } from "../src/testing/nodeBackend";
import { type Claim, isInRange } from "./lessonClaim";
import { type Lab, type ModelName, shippedLab, trainingLab } from "./lessonModels";
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

/**
 * `npm test` has time for one seed and the claims about training. LESSON_SEEDS=21,22,23 measures all claims on models
 * of these seeds; `npm run lessons` does it after the whole training.
 */
const chosen = process.env["LESSON_SEEDS"]?.split(",").map(Number);
const ON_NEW_MODELS = chosen ? [...TRAINING_CLAIMS, ...MODEL_CLAIMS] : TRAINING_CLAIMS;

let arithmetic: Arithmetic;
beforeAll(async () => {
  arithmetic = await startNodeArithmetic();
});

/** The claims that are wrong, with what was measured. */
async function wrongOf(claims: readonly Claim[], lab: Lab): Promise<string[]> {
  const wrong: string[] = [];
  for (const claim of claims) {
    const value = await claim.measure(lab);
    if (!isInRange(claim, value)) wrong.push(`${claim.lesson}: ${claim.says} ${value}`);
  }
  return wrong;
}

test("the shipped models are as the lessons say", async () => {
  expect(await wrongOf(MODEL_CLAIMS, shippedLab(arithmetic))).toEqual([]);
});

describe.each(chosen ?? [21])("a model of seed %i", (seed) => {
  test("is as the lessons say", async () => {
    const lab = trainingLab(arithmetic, seed, (name) => FEWER[name] ?? UPDATES, SHARE);
    expect(await wrongOf(ON_NEW_MODELS, lab)).toEqual([]);
  });
});
