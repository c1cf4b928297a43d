import { describe, expect, it } from "vitest";
import { copyPair, tinyTask } from "../../testing/tinyTask";
import { EOS, UNK } from "../text/tokens";
import {
  countForced,
  emptyForcedTally,
  type ForcedTally,
  meanLoss,
  perplexity,
} from "./forcedMetrics";
import type { TeacherForcedPrediction } from "./teacherForcedPredictions";

// Ids: a 4, b 5, c 6. The source "ab" has its <eos> at position 2.
const prediction: TeacherForcedPrediction = {
  answers: Float32Array.of(4, 5, EOS),
  losses: Float32Array.of(1, 2, 3),
  weights: [Float32Array.of(1, 0, 0), Float32Array.of(0.25, 0.5, 0.25), Float32Array.of(0, 0, 1)],
};

function tallyOf(
  change: Partial<TeacherForcedPrediction> = {},
  pair = copyPair("ab"),
): ForcedTally {
  const tally = emptyForcedTally();
  countForced(tally, tinyTask, pair, { ...prediction, ...change });
  return tally;
}

describe("counts under teacher forcing", () => {
  it("include right tokens and <eos>, and never <unk>", () => {
    expect(tallyOf()).toMatchObject({ tokens: 3, rightTokens: 3 });
    expect(tallyOf({ answers: Float32Array.of(4, 4, EOS) }).rightTokens).toBe(2);
    expect(tallyOf({ answers: Float32Array.of(EOS, 5, 4) }).rightTokens).toBe(1);
    const stranger = { ...copyPair("ab"), target: ["a", "stranger"] };
    expect(tallyOf({ answers: Float32Array.of(4, UNK, EOS) }, stranger).rightTokens).toBe(2);
  });

  it("give the perplexity of the mean loss over all tokens, not of the examples' means", () => {
    const tally = tallyOf();
    countForced(tally, tinyTask, copyPair("a"), {
      answers: Float32Array.of(4, EOS),
      losses: Float32Array.of(0, 0),
      weights: null,
    });
    expect(perplexity(tally)).toBeCloseTo(Math.exp(6 / 5), 12);
    expect(meanLoss(prediction)).toBe(2);
  });

  it("sum the weight on the gold positions", () => {
    expect(tallyOf()).toMatchObject({ linkedTokens: 3, goldMass: 2.5 }); // 1 + 0.5 + 1
    const several = {
      ...copyPair("ab"),
      gold: [
        [0, 1],
        [0, 2],
      ],
    };
    expect(tallyOf({}, several).goldMass).toBe(1 + 0.5 + 1);
  });

  it("leave out tokens without gold, and pairs whose alignment is unknown", () => {
    const partly = { ...copyPair("ab"), gold: [[], [1]] };
    expect(tallyOf({}, partly)).toMatchObject({ linkedTokens: 2, goldMass: 1.5 });
    expect(tallyOf({}, { ...copyPair("ab"), gold: null })).toMatchObject({ linkedTokens: 0 });
  });

  it("sum the entropy of each step and the largest possible entropy", () => {
    const { steps, entropy: sum, largestEntropy } = tallyOf();
    expect(steps).toBe(3);
    expect(sum).toBeCloseTo(1.5 * Math.log(2), 6); // only the second step has several weights: 1/4, 1/2, 1/4
    expect(largestEntropy).toBeCloseTo(3 * Math.log(3), 12);
    expect(tallyOf({ weights: null })).toMatchObject({ steps: 0, linkedTokens: 0 });
  });
});
