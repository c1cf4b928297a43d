import fc from "fast-check";
import { expect, test } from "vitest";
import { anyText } from "../../testing/anyText";
import { graphemes } from "./graphemes";

test.each([
  ["", []],
  ["abc", ["a", "b", "c"]],
  ["한국어", ["한", "국", "어"]],
  ["e\u0301", ["\u00e9"]], // composed
  ["y\u0306", ["y\u0306"]], // has no composed form
  ["\u1112\u1161\u11ab", ["한"]],
  ["한\u11ab", ["한\u11ab"]], // a syllable with an extra final
  ["😀", ["😀"]],
  ["👩‍🚀👍🏽🇰🇷", ["👩‍🚀", "👍🏽", "🇰🇷"]],
  ["नि", ["नि"]],
])("%j is read as %j", (text, expected) => {
  expect(graphemes(text)).toEqual(expected);
});

test("joining the graphemes gives the text", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(graphemes(text).join("")).toBe(text.normalize("NFC"));
    }),
  );
});

test("the segmenter agrees that the characters of the fast path are single graphemes, in any order", () => {
  const alone = fc.oneof(
    fc.integer({ min: 0x20, max: 0x7e }),
    fc.integer({ min: 0xa0, max: 0x2ff }),
    fc.integer({ min: 0xac00, max: 0xd7a3 }),
  );
  const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });
  fc.assert(
    fc.property(fc.array(alone), (codes) => {
      const text = String.fromCharCode(...codes).normalize("NFC");
      expect(graphemes(text)).toEqual(Array.from(segmenter.segment(text), (s) => s.segment));
    }),
    { numRuns: 500 },
  );
});
