import { beforeAll, describe, expect, it } from "vitest";
import { startNodeBackend } from "../../testing/nodeBackend";
import { copyPair, tinyShape as shape, tinyTask } from "../../testing/tinyTask";
import { initialParameters, parameterCount } from "../setup/learnedParameters";
import { runToEnd } from "../chunks";
import { createRandom } from "../rng";
import { answersOf, evaluate } from "./evaluation";
import { evaluateFully } from "./fullEvaluation";
import { textbook } from "./textbookLearner";

/** Answer lengths of a model whose parameters are 0: all tokens are equally probable, so it never says <eos>. */
function answerLengths(...texts: string[]): number[] {
  const predictor = textbook.predictor(shape, new Float32Array(parameterCount(shape)));
  const answers = answersOf({ task: tinyTask, shape, predictor }, texts.map(copyPair));
  predictor.dispose();
  return answers.map(({ tokens }) => tokens.length);
}

describe("the model's own answers", () => {
  beforeAll(() => startNodeBackend("cpu"));

  it("may be two tokens longer than the longest target of the task or of the pairs", () => {
    expect(tinyTask.maxTargetLength).toBe(4);
    expect(answerLengths("a", "ab")).toEqual([6, 6]);
    expect(answerLengths("a", "abcabcabc")).toEqual([11, 11]);
  });
});

describe("the regular evaluation", () => {
  beforeAll(() => startNodeBackend("cpu"));

  it("has the held-out loss per token of the full evaluation, however the examples fall into chunks", () => {
    const predictor = textbook.predictor(shape, initialParameters(shape, createRandom(5)));
    const model = { task: tinyTask, shape, predictor };
    const heldOut = Array.from({ length: 90 }, (_, i) => copyPair(i < 64 ? "a" : "abca")); // two chunks
    const { heldOutLoss } = runToEnd(evaluate(model, heldOut));
    const { metrics } = runToEnd(evaluateFully(model, { heldOut, longer: [] }));
    expect(heldOutLoss).toBeCloseTo(Math.log(metrics.perplexity), 5);
    predictor.dispose();
  });
});
