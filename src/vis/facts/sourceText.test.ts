import { expect, test } from "vitest";
import { jamoOf } from "../../engine/tasks/hangul/jamo";
import { PAD, UNK } from "../../engine/text/tokens";
import type { Trace } from "../../engine/results/trace";
import { tokensRead } from "./encoderReading";
import { isBeyondTraining, sourceText, unreadTokens, writeSource } from "./sourceText";
import { makeTrace } from "../testing/traces";

test("a reversed source is shown in writing order", () => {
  const trace = makeTrace({ source: ["c", "a", "t"], sourceOrder: "reversed" });
  expect(trace.source.map(({ text }) => text)).toEqual(["t", "a", "c", "<eos>"]);
  expect(sourceText(trace)).toBe("cat");
});

test("a blank separates words but not characters", () => {
  const source = ["ab", "c"];
  expect(sourceText(makeTrace({ source, task: { sourceUnit: "character" } }))).toBe("abc");
  expect(sourceText(makeTrace({ source, task: { sourceUnit: "word" } }))).toBe("ab c");
});

test("jamo form syllables in both reading orders", () => {
  const source = jamoOf("한라산");
  const task = { id: "hangulSounds" } as const;
  for (const sourceOrder of ["forward", "reversed"] as const)
    expect(sourceText(makeTrace({ source, sourceOrder, task }))).toBe("한라산");
  expect(writeSource(source, { task: "hangulLetters", unit: "character" })).toBe("한라산");
});

test("jamo in a user's own pairs stay as written", () => {
  expect(writeSource(["ㅎ", "ㅏ"], { task: "pairs", unit: "character" })).toBe("ㅎㅏ");
});

/** The trace of a source with words that the vocabulary lacks. */
function lacking(words: readonly string[], trace: Trace): Trace {
  const source = trace.source.map((token) =>
    words.includes(token.text) ? { ...token, id: UNK } : token,
  );
  return { ...trace, source };
}

test("words read as <unk> are listed as typed, in order and without repetition", () => {
  const source = ["one", "pizza", "two", "latte", "pizza"];
  for (const sourceOrder of ["forward", "reversed"] as const)
    expect(unreadTokens(lacking(["pizza", "latte"], makeTrace({ source, sourceOrder })))).toEqual([
      "pizza",
      "latte",
    ]);
  expect(unreadTokens(makeTrace({ source }))).toEqual([]);
});

test("the length of a source without <eos> decides whether it is beyond training", () => {
  const source = ["a", "b", "c"];
  expect(isBeyondTraining(makeTrace({ source, task: { maxSourceLength: 3 } }))).toBe(false);
  expect(isBeyondTraining(makeTrace({ source, task: { maxSourceLength: 2 } }))).toBe(true);
});

test("the pads of an edit are no part of the source, and the encoder does not read them", () => {
  const trace = makeTrace({ source: ["c", "a", "t"] });
  const padded = { ...trace, source: [...trace.source, { id: PAD, text: "<pad>" }] };
  expect(sourceText(padded)).toBe("cat");
  expect(tokensRead(padded)).toBe(4); // with <eos>
});
