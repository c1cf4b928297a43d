import fc from "fast-check";
import { expect, test } from "vitest";
import { anyText } from "../../testing/anyText";
import { cleanText } from "./cleanText";
import { createTokenizer, joinTokens } from "./tokenize";

const simplified = createTokenizer("words", true);
const plain = createTokenizer("words", false);
const characters = createTokenizer("characters", false);

test("cleaning composes, drops invisible characters and makes every white space one plain space", () => {
  expect(cleanText("e\u0301")).toBe("\u00e9");
  expect(cleanText("한글".normalize("NFD"))).toBe("한글");
  expect(cleanText("\ufeffa\u200bb\u202ec\u2066d\u00ade\0f\u0007g\u061c")).toBe("abcdefg");
  expect(cleanText("  a\u00a0\u202f!\u3000\tb\u2028c\u0085d\r\n")).toBe("a ! b c d");
  expect(cleanText("e\u200b\u0301")).toBe("\u00e9");
  expect(cleanText("a\ud83db\ude00")).toBe("ab");
  expect(cleanText("👩‍🚀 می‌خواهم")).toBe("👩‍🚀 می‌خواهم"); // zero-width joiners stay
});

test.each([
  ["Go.", ["go", "."]],
  ["Va !", ["va", "!"]],
  ["¿Qué es ESTO?", ["¿", "qué", "es", "esto", "?"]],
  ["안녕하세요? 반갑습니다.", ["안녕하세요", "?", "반갑습니다", "."]],
  ["그는 “네”라고 했다…", ["그는", "“", "네", "”", "라고", "했다", "…"]],
  ["I don't know, l'été est-ce?!", ["i", "don't", "know", ",", "l'été", "est-ce", "?", "!"]],
  ["'Hello' - she said...", ["'", "hello", "'", "-", "she", "said", "..."]],
  ["3.14 at 10:30, 1,000 km", ["3.14", "at", "10:30", ",", "1,000", "km"]],
  ["50% (half)", ["50", "%", "(", "half", ")"]],
  ["你好，世界！", ["你好", "，", "世界", "！"]],
  ["__proto__ <eos> $5", ["__proto__", "<eos>", "$5"]],
  ["ÉCOLE", ["école"]],
  ["", []],
  [" \u200b ", []],
])("simplified words of %j", (text, expected) => {
  expect(simplified(text)).toEqual(expected);
});

test("words that are not simplified keep case and punctuation", () => {
  expect(plain("  ¿Qué   es?  Ça va!")).toEqual(["¿Qué", "es?", "Ça", "va!"]);
  expect(plain("")).toEqual([]);
});

test("characters are graphemes, spaces included; simplifying only lower-cases them", () => {
  expect(characters("Go, 한 👩‍🚀!")).toEqual(["G", "o", ",", " ", "한", " ", "👩‍🚀", "!"]);
  expect(createTokenizer("characters", true)("Go, É!")).toEqual(["g", "o", ",", " ", "é", "!"]);
  expect(characters("y\u0306")).toEqual(["y\u0306"]);
});

test.each([
  ["simplified words", "words", true],
  ["words", "words", false],
  ["simplified characters", "characters", true],
  ["characters", "characters", false],
] as const)("%s joined and split give the same tokens, none empty", (_, unit, simplify) => {
  const tokenize = createTokenizer(unit, simplify);
  fc.assert(
    fc.property(anyText, (text) => {
      const tokens = tokenize(text);
      expect(tokenize(joinTokens(unit, tokens))).toEqual(tokens);
      expect(tokens.every((token) => token !== "" && !token.includes("\n"))).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test("joining plain tokens gives the cleaned text", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(joinTokens("words", plain(text))).toBe(cleanText(text));
      expect(joinTokens("characters", characters(text))).toBe(cleanText(text));
    }),
  );
});

const letters = (text: string) => text.match(/[\p{L}\p{M}\p{N}]/gu) ?? [];

test("simplifying deletes no letter, mark or digit of any script", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const lowered = cleanText(text.toLowerCase());
      expect(letters(simplified(text).join(" "))).toEqual(letters(lowered));
    }),
  );
});
