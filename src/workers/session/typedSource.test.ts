import { describe, expect, it } from "vitest";
import { type Config, DEFAULT_CONFIG } from "../../engine/setup/config";
import { taskOfPairs } from "../../testing/readInput";
import { taskOf } from "../../engine/tasks/byId";
import { withTask } from "../../engine/tasks/difficulty";
import { resolveTyped } from "./typedSource";

function typed(config: Config, text: string) {
  const task = taskOf(config, null);
  if (!task) throw new Error("no task");
  return { trained: task.maxSourceLength, ...resolveTyped(task, config, text) };
}

describe("a typed source", () => {
  it.each([
    ["reverse", "abcdefghijklmnopqrst", "tsrqponmlkjihgfedcba"],
    ["sort", "zyxwvutsrq", "qrstuvwxyz"],
    ["pigLatin", "strengthener", "engthenerstray"],
    ["hangulLetters", "가나다라마바사아", "ganadaramabasaa"],
    ["numberWordsKorean", "칠십칠만칠천칠백칠십칠", "777777"],
  ] as const)(
    "may be longer than any in training and has an answer: %s, %s",
    (id, text, answer) => {
      const found = typed(withTask(DEFAULT_CONFIG, id), text);
      if ("problem" in found) throw new Error(found.problem.kind);
      expect(found.source.length).toBeGreaterThan(found.trained);
      expect(found.answer?.target.join("")).toBe(answer);
    },
  );

  it("is refused where it is longer than the settings allow", () => {
    const problem = { kind: "tooLong", length: 21, limit: 20 };
    const text = "a".repeat(20);
    for (const longest of [4, 8, 20]) {
      const config = { ...DEFAULT_CONFIG, longest };
      expect(typed(config, text)).toMatchObject({ trained: longest, source: Array.from(text) });
      expect(typed(config, `${text}a`)).toEqual({ trained: longest, problem });
    }
  });

  it("is refused where it has unknown symbols or none, at any length", () => {
    const config = { ...DEFAULT_CONFIG, symbols: 5 };
    const problem = { kind: "unknownTokens", tokens: ["f", "1"] };
    expect(typed(config, "abcdeabcdef1")).toMatchObject({ problem });
    expect(typed(config, " ")).toMatchObject({ problem: { kind: "empty" } });
  });

  it("of own pairs may have unknown words and the length of the longest pair that the app reads", async () => {
    const lines = Array.from({ length: 40 }, (_, i) => `word${i} two\t${i}`).join("\n");
    const task = await taskOfPairs(lines);
    const config: Config = { ...DEFAULT_CONFIG, task: "pairs" };
    const source = [...Array.from({ length: 29 }, () => "two"), "new"];
    expect(task.maxSourceLength).toBe(2);
    expect(resolveTyped(task, config, source.join(" "))).toEqual({ source, answer: null });
    const problem = { kind: "tooLong", length: 31, limit: 30 };
    expect(resolveTyped(task, config, `${source.join(" ")} two`)).toEqual({ problem });
  });
});
