import { expect, test } from "vitest";
import { jamoOf } from "../../engine/tasks/hangul/jamo";
import { UNK } from "../../engine/text/tokens";
import type { Trace } from "../../engine/results/trace";
import { isBeyondTraining, sourceText, unreadTokens, writeSource } from "./sourceText";
import { makeTrace } from "../testing/traces";

test("a reversed source is shown as a person writes it", () => {
  const trace = makeTrace({ source: ["c", "a", "t"], sourceOrder: "reversed" });
  expect(trace.source.map(({ text }) => text)).toEqual(["t", "a", "c", "<eos>"]);
  expect(sourceText(trace)).toBe("cat");
});

test("characters stand together and words apart", () => {
  const source = ["ab", "c"];
  expect(sourceText(makeTrace({ source, task: { sourceUnit: "character" } }))).toBe("abc");
  expect(sourceText(makeTrace({ source, task: { sourceUnit: "word" } }))).toBe("ab c");
});

test("jamo are written in syllables, whichever way the encoder reads them", () => {
  const source = jamoOf("한라산");
  const task = { id: "hangulSounds" } as const;
  for (const sourceOrder of ["forward", "reversed"] as const)
    expect(sourceText(makeTrace({ source, sourceOrder, task }))).toBe("한라산");
  expect(writeSource(source, { task: "hangulLetters", unit: "character" })).toBe("한라산");
});

test("in somebody's own pairs jamo are what was written", () => {
  expect(writeSource(["ㅎ", "ㅏ"], { task: "pairs", unit: "character" })).toBe("ㅎㅏ");
});

/** The trace of a source of which a vocabulary lacks some words. */
function lacking(words: readonly string[], trace: Trace): Trace {
  const source = trace.source.map((token) =>
    words.includes(token.text) ? { ...token, id: UNK } : token,
  );
  return { ...trace, source };
}

test("words that are read as <unk> are told as they were typed, each once and in their order", () => {
  const source = ["one", "pizza", "two", "latte", "pizza"];
  for (const sourceOrder of ["forward", "reversed"] as const)
    expect(unreadTokens(lacking(["pizza", "latte"], makeTrace({ source, sourceOrder })))).toEqual([
      "pizza",
      "latte",
    ]);
  expect(unreadTokens(makeTrace({ source }))).toEqual([]);
});

test("a source is beyond training by its own tokens, <eos> not counted", () => {
  const source = ["a", "b", "c"];
  expect(isBeyondTraining(makeTrace({ source, task: { maxSourceLength: 3 } }))).toBe(false);
  expect(isBeyondTraining(makeTrace({ source, task: { maxSourceLength: 2 } }))).toBe(true);
});
