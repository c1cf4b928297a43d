import fc from "fast-check";
import { expect, test } from "vitest";
import { compose, endsInConsonant, jamoOf, syllablesOf, writeJamo } from "./jamo";

const anySyllable = fc
  .integer({ min: 0xac00, max: 0xd7a3 })
  .map((code) => String.fromCodePoint(code));
const anyWord = fc.array(anySyllable, { minLength: 1, maxLength: 6 }).map((word) => word.join(""));

test("syllables become the jamo that a keyboard types for them, other characters stay", () => {
  expect(jamoOf("한국")).toEqual(["ㅎ", "ㅏ", "ㄴ", "ㄱ", "ㅜ", "ㄱ"]);
  expect(jamoOf("왕의 a1")).toEqual(["ㅇ", "ㅘ", "ㅇ", "ㅇ", "ㅢ", " ", "a", "1"]);
  expect(jamoOf("닭ㅋ")).toEqual(["ㄷ", "ㅏ", "ㄺ", "ㅋ"]);
  expect(jamoOf("")).toEqual([]);
});

test("every syllable has as many jamo as its Unicode decomposition, with the same initial and vowel", () => {
  fc.assert(
    fc.property(anySyllable, (syllable) => {
      const jamo = jamoOf(syllable);
      const conjoining = Array.from(syllable.normalize("NFD"));
      expect(jamo).toHaveLength(conjoining.length);
      // NFKC turns compatibility jamo into the conjoining initials and vowels
      expect(jamo.slice(0, 2).map((one) => one.normalize("NFKC"))).toEqual(conjoining.slice(0, 2));
    }),
  );
});

test("a word's jamo are grouped into its syllables, with any finals", () => {
  fc.assert(
    fc.property(anyWord, (word) => {
      const syllables = syllablesOf(jamoOf(word));
      expect(syllables?.map(compose).join("")).toBe(word);
    }),
  );
});

test("writing the jamo of a text gives the text, with its syllables composed", () => {
  expect(writeJamo(["ㅎ", "ㅏ", "ㄴ", "ㄱ", "ㅜ", "ㄱ"])).toBe("한국");
  expect(writeJamo(["ㅋ", "ㅋ", "ㅏ", "ㅏ", "ㄱ", "ㄴ"])).toBe("ㅋ카ㅏㄱㄴ");
  const anyJamo = fc.constantFrom(...Array.from("ㄱㄲㅇㅏㅣㅢㄺㅄㄸa "));
  fc.assert(
    fc.property(fc.array(anyJamo), (jamo) => {
      expect(jamoOf(writeJamo(jamo))).toEqual(jamo);
    }),
  );
  fc.assert(
    fc.property(anyWord, (word) => {
      expect(writeJamo(jamoOf(word))).toBe(word);
    }),
  );
});

test("each syllable knows where its jamo start", () => {
  expect(syllablesOf(jamoOf("각이안"))?.map((syllable) => syllable.start)).toEqual([0, 3, 5]);
});

test.each(["ㅏ", "ㄱ", "ㄱㄴ", "가ㄱㄴ", "가ㅏ", "가 나", "a", "가ㄸ"])(
  "%s spells no syllables",
  (text) => {
    expect(syllablesOf(jamoOf(text))).toBeNull();
  },
);

test("decomposed Hangul is read like any other", () => {
  expect(jamoOf("한".normalize("NFD"))).toEqual(["ㅎ", "ㅏ", "ㄴ"]);
});

test("endsInConsonant tells words with a final from words without", () => {
  expect(["책", "귤", "학생", "닭"].map(endsInConsonant)).toEqual([true, true, true, true]);
  expect(["고양이", "사과", "", "cat"].map(endsInConsonant)).toEqual([false, false, false, false]);
});
