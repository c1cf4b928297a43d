import { beforeAll, describe, expect, it } from "vitest";
import { startNodeBackend } from "../../testing/nodeBackend";
import { copyPair, tinyShape as shape, tinyTask } from "../../testing/tinyTask";
import { parameterCount } from "../setup/parameters";
import { answersOf } from "./evaluation";
import { textbook } from "./textbookLearner";

/** How many tokens a model of zeros says about each pair: it takes all for likely alike, says the first, and never <eos>. */
function answerLengths(...texts: string[]): number[] {
  const predictor = textbook.predictor(shape, new Float32Array(parameterCount(shape)));
  const answers = answersOf({ task: tinyTask, shape, predictor }, texts.map(copyPair));
  predictor.dispose();
  return answers.map(({ tokens }) => tokens.length);
}

describe("the model's own answers", () => {
  beforeAll(() => startNodeBackend("cpu"));

  it("are waited for two tokens beyond the longest target, be it the task's or a longer one among the pairs", () => {
    expect(tinyTask.maxTargetLength).toBe(4);
    expect(answerLengths("a", "ab")).toEqual([6, 6]);
    expect(answerLengths("a", "abcabcabc")).toEqual([11, 11]);
  });
});
