import { describe, expect, it } from "vitest";
import { SPECIAL_TOKENS } from "../text/tokens";
import { createFileTask } from "./fileTask";

const taskOf = (source: readonly string[], target = source, example: readonly string[] = []) =>
  createFileTask({
    sourceTokens: [...SPECIAL_TOKENS, ...source],
    targetTokens: [...SPECIAL_TOKENS, ...target],
    example,
  });

describe("the task of a model file without its pairs", () => {
  it.each([
    [["i", "love", "you", "."], "I love you.", ["i", "love", "you", "."]],
    [["I", "love", "you."], "I love you.", ["I", "love", "you."]],
    [["나는", "간다", "."], "나는 간다.", ["나는", "간다", "."]],
    [["a", "b", " "], "AB a", ["a", "b", " ", "a"]],
    [["A", "b"], "Ab", ["A", "b"]],
    [["ㄴ", "ㅏ", "ㄹ", " "], "나 날", ["ㄴ", "ㅏ", " ", "ㄴ", "ㅏ", "ㄹ"]],
    [["나", "ㅋ"], "나ㅋ", ["나", "ㅋ"]],
    [["世界", "你好", "。"], "你好世界。", ["你好", "世界", "。"]],
  ])("reads typed text as the vocabulary was made: %j", (vocabulary, text, tokens) => {
    expect(taskOf(vocabulary).tokenize(text)).toEqual(tokens);
  });

  it("joins its answers by their own unit", () => {
    const task = taskOf(["a", "b"], ["eins", "zwei"]);
    expect([task.sourceUnit, task.targetUnit]).toEqual(["character", "word"]);
    expect(task.join(["eins", "zwei"])).toBe("eins zwei");
  });

  it("has the ids of the file, an example, and no pairs", () => {
    const task = taskOf(["i", "love", "you", "too"], ["ich"], ["you", "too"]);
    expect(task.sourceVocabulary.tokens.slice(4)).toEqual(["i", "love", "you", "too"]);
    expect([task.example, task.heldOutPairs]).toEqual([["you", "too"], []]);
    expect(taskOf(["i", "love", "you", "too"]).example).toEqual(["i", "love", "you"]);
    expect(task.solve(["i"])).toBeNull();
  });
});
