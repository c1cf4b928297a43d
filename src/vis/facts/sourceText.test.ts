import { expect, test } from "vitest";
import { jamoOf } from "../../engine/tasks/hangul/jamo";
import { sourceText, writeSource } from "./sourceText";
import { makeTrace } from "../testing/traces";

const LETTERS = { task: "reverse" } as const;

test("a reversed source is shown as a person writes it", () => {
  const trace = makeTrace({ source: ["c", "a", "t"], sourceOrder: "reversed" });
  expect(trace.source.map(({ text }) => text)).toEqual(["t", "a", "c", "<eos>"]);
  expect(sourceText(trace, LETTERS)).toBe("cat");
  const words = makeTrace({ source: ["i", "am", "here"], sourceOrder: "reversed" });
  expect(sourceText(words, LETTERS)).toBe("i am here");
});

test("characters stand together and words apart, by guess where nobody told the unit", () => {
  const pairs = { task: "pairs" } as const;
  expect(sourceText(makeTrace(), LETTERS)).toBe("attends");
  expect(sourceText(makeTrace({ source: ["i", "am", "here"] }), pairs)).toBe("i am here");
  expect(sourceText(makeTrace({ source: ["a", "b"] }), { ...pairs, unit: "word" })).toBe("a b");
  const unit = "character";
  expect(sourceText(makeTrace({ source: ["ab", "c"] }), { ...pairs, unit })).toBe("abc");
});

test("jamo are written in syllables, whichever way the encoder reads them", () => {
  const source = jamoOf("한라산");
  for (const sourceOrder of ["forward", "reversed"] as const)
    expect(sourceText(makeTrace({ source, sourceOrder }), { task: "hangulSounds" })).toBe("한라산");
  expect(writeSource(source, { task: "hangulLetters", unit: "character" })).toBe("한라산");
});

test("in somebody's own pairs jamo are what was written", () => {
  expect(writeSource(["ㅎ", "ㅏ"], { task: "pairs", unit: "character" })).toBe("ㅎㅏ");
});
