import fc from "fast-check";
import { expect, test } from "vitest";
import { anyText } from "../../testing/anyText";
import { nameOfPairs, tidyName } from "./inspection";

test.each([
  ["\n  \ngood morning\tguten Morgen\tCC-BY\nthanks\tdanke", "good morning – guten Morgen"],
  ["one | un\r\ntwo | deux", "one | un"],
  ["e\u0301te\u0301\u202e\u200b\tsummer", "été – summer"],
  ["\n \t\n", ""],
  [`${"a".repeat(70)}\tb`, `${"a".repeat(59)}…`],
])("pasted pairs are named after the first of them: %j", (text, name) => {
  expect(nameOfPairs({ text })).toBe(name);
});

test("the pairs of a file have the file's name", () => {
  expect(nameOfPairs({ files: [new File(["a\tb"], "eng-fra.txt")] })).toBe("eng-fra.txt");
  expect(nameOfPairs({ files: [new Blob(["a\tb"])] })).toBe("");
});

test("a tidy name is one line of at most 60 characters, and a second pass does not change it", () => {
  fc.assert(
    fc.property(fc.array(anyText, { maxLength: 8 }), (texts) => {
      const name = tidyName(texts.join(""));
      expect(Array.from(name).length).toBeLessThanOrEqual(60);
      expect(name).not.toMatch(/[\p{Cc}\p{Cs}]/u);
      expect(tidyName(name)).toBe(name);
    }),
  );
});
