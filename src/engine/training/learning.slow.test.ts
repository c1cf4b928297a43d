/** What the default set-up must learn in a number of steps. */
import { beforeAll, describe, expect, it } from "vitest";
import { startNodeArithmetic } from "../../testing/nodeBackend";
import { type Config, DEFAULT_CONFIG } from "../setup/config";
import { decodingLimit, type Decoded } from "../decoding/greedy";
import { reverse } from "../tasks/reverse";
import { makeBatch } from "../batch";
import { heldOutExamples } from "./evaluation";
import type { Arithmetic } from "./learner";
import { createTrainer } from "./trainer";

const STEPS = 600; // of the default set-up's limit of 1,000
const examples = heldOutExamples(reverse);
let arithmetic: Arithmetic;

/** Trains from fresh weights and decodes the held-out examples. */
async function answersAfterTraining(config: Config): Promise<Decoded[]> {
  const trainer = createTrainer(reverse, config, { arithmetic });
  while (trainer.steps < STEPS) await trainer.step(config);
  const limit = decodingLimit(reverse.maxTargetLength);
  const answers = await trainer.predictor.decode(makeBatch(reverse, examples), limit);
  trainer.dispose();
  return answers;
}

/** Whether the answer is the reversed source, by their texts. */
function isRight(answer: Decoded, i: number): boolean {
  const text = answer.tokens.map((id) => reverse.targetVocabulary.tokens[id]).join("");
  return answer.ended && text === examples[i]?.source.toReversed().join("");
}

const exactMatch = (answers: Decoded[]): number => answers.filter(isRight).length / examples.length;

/** Share of the letters of right answers whose largest weight is on the copied letter. */
function agreement(answers: Decoded[]): number {
  const looks = answers.flatMap((answer, i) => {
    const last = (examples[i]?.source.length ?? 0) - 1;
    return isRight(answer, i)
      ? answer.tokens.map((_, t) => answer.attendedTo?.[t] === last - t)
      : [];
  });
  return looks.filter(Boolean).length / looks.length;
}

describe("Reverse, default set-up", () => {
  beforeAll(async () => {
    arithmetic = await startNodeArithmetic();
  });

  it("is learned with additive attention, with the largest weights on the right letters, in three seeds", async () => {
    const runs: Decoded[][] = [];
    for (const seed of [1, 2, 3])
      runs.push(await answersAfterTraining({ ...DEFAULT_CONFIG, seed }));
    const matches = runs.map(exactMatch);
    const agreements = runs.map(agreement).toSorted((a, b) => a - b);
    process.stdout.write(
      `exact match ${matches.join(" ")}; agreement with gold ${agreements.join(" ")}\n`,
    );
    for (const match of matches) expect(match).toBeGreaterThanOrEqual(0.95);
    expect(agreements[1]).toBeGreaterThanOrEqual(0.95); // the median
  });

  it("is not learned without attention in the same number of steps", async () => {
    const match = exactMatch(await answersAfterTraining({ ...DEFAULT_CONFIG, attention: "none" }));
    process.stdout.write(`exact match without attention ${match}\n`);
    expect(match).toBeLessThan(0.85);
  });
});
