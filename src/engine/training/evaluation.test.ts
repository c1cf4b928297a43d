import { beforeAll, describe, expect, it } from "vitest";
import { startNodeBackend } from "../../testing/nodeBackend";
import { copyPair, tinyShape as shape, tinyTask } from "../../testing/tinyTask";
import { parameterCount } from "../setup/learnedParameters";
import { answersOf } from "./evaluation";
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
