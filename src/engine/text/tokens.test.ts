import fc from "fast-check";
import { expect, test } from "vitest";
import {
  createVocabulary,
  EOS,
  isSpecialToken,
  PAD,
  SOS,
  SPECIAL_TOKENS,
  UNK,
  viewToken,
} from "./tokens";

test("the special tokens come first, with the ids of the constants", () => {
  const { tokens } = createVocabulary([]);
  expect(tokens).toEqual(SPECIAL_TOKENS);
  expect([PAD, SOS, EOS, UNK].map((id) => tokens[id])).toEqual([
    "<pad>",
    "<sos>",
    "<eos>",
    "<unk>",
  ]);
});

test("a token's id is the index of its text", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ unit: "grapheme" })), (texts) => {
      const ordinary = texts.filter((text) => !isSpecialToken(text));
      const vocabulary = createVocabulary(ordinary);
      expect(vocabulary.size).toBe(4 + ordinary.length);
      expect(ordinary.map((token) => vocabulary.tokens[vocabulary.idOf(token)])).toEqual(ordinary);
      expect(ordinary.every((token) => vocabulary.has(token))).toBe(true);
    }),
  );
});

test("a token outside the vocabulary is unknown", () => {
  const vocabulary = createVocabulary(["a"]);
  expect(["b", "", "A"].map((token) => vocabulary.idOf(token))).toEqual([UNK, UNK, UNK]);
  expect(vocabulary.has("b")).toBe(false);
});

test("a typed token that is spelled like a special token is unknown", () => {
  const vocabulary = createVocabulary(["a"]);
  expect(SPECIAL_TOKENS.map((token) => vocabulary.idOf(token))).toEqual([UNK, UNK, UNK, UNK]);
  expect(SPECIAL_TOKENS.some((token) => vocabulary.has(token))).toBe(false);
});

test.each(["__proto__", "constructor", "hasOwnProperty", "toString", "0"])(
  "%s is an ordinary token",
  (token) => {
    expect(createVocabulary([]).idOf(token)).toBe(UNK);
    expect(createVocabulary(["a", token]).idOf(token)).toBe(5);
  },
);

test("a duplicate token, or one that is spelled like a special token, throws with its name", () => {
  expect(() => createVocabulary(["a", "b", "a"])).toThrow('"a"');
  for (const token of SPECIAL_TOKENS) expect(() => createVocabulary([token])).toThrow(token);
});

test("a token is found by its id; an id that does not exist throws", () => {
  const vocabulary = createVocabulary(["한"]);
  expect(viewToken(vocabulary, 4)).toEqual({ id: 4, text: "한" });
  expect(viewToken(vocabulary, EOS)).toEqual({ id: EOS, text: "<eos>" });
  for (const id of [5, -1, 1.5, NaN]) expect(() => viewToken(vocabulary, id)).toThrow(`${id}`);
});
