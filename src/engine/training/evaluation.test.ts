import { beforeAll, describe, expect, it } from "vitest";
import { startNodeBackend } from "../../testing/nodeBackend";
import { copyPair, tinyShape as shape, tinyTask } from "../../testing/tinyTask";
import { initialParameters, parameterCount } from "../setup/learnedParameters";
import { runAsyncToEnd } from "../chunks";
import { createRandom } from "../rng";
import { answersOf, evaluate } from "./evaluation";
import { evaluateFully } from "./fullEvaluation";
import { textbook } from "./textbookLearner";

/** Answer lengths of a model whose parameters are 0: all tokens are equally probable, so it never says <eos>. */
async function answerLengths(...texts: string[]): Promise<number[]> {
  const predictor = textbook.predictor(shape, new Float32Array(parameterCount(shape)));
  const answers = await answersOf({ task: tinyTask, shape, predictor }, texts.map(copyPair));
  predictor.dispose();
  return answers.map(({ tokens }) => tokens.length);
}

describe("the model's own answers", () => {
  beforeAll(() => startNodeBackend("cpu"));

  it("may be two tokens longer than the longest target of the task or of the pairs", async () => {
    expect(tinyTask.maxTargetLength).toBe(4);
    expect(await answerLengths("a", "ab")).toEqual([6, 6]);
    expect(await answerLengths("a", "abcabcabc")).toEqual([11, 11]);
  });
});

describe("the regular evaluation", () => {
  beforeAll(() => startNodeBackend("cpu"));

  it("has the held-out loss per token of the full evaluation, however the examples fall into chunks", async () => {
    const predictor = textbook.predictor(shape, initialParameters(shape, createRandom(5)));
    const model = { task: tinyTask, shape, predictor };
    const heldOut = Array.from({ length: 90 }, (_, i) => copyPair(i < 64 ? "a" : "abca")); // two chunks
    const { heldOutLoss } = await runAsyncToEnd(evaluate(model, heldOut));
    const { metrics } = await runAsyncToEnd(evaluateFully(model, { heldOut, longer: [] }));
    expect(heldOutLoss).toBeCloseTo(Math.log(metrics.perplexity), 5);
    predictor.dispose();
  });
});
