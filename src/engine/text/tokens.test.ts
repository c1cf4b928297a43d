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

test("the special tokens come first, under the ids that the constants name", () => {
  const { tokens } = createVocabulary([]);
  expect(tokens).toEqual(SPECIAL_TOKENS);
  expect([PAD, SOS, EOS, UNK].map((id) => tokens[id])).toEqual([
    "<pad>",
    "<sos>",
    "<eos>",
    "<unk>",
  ]);
});

test("every token has the id at which its text stands", () => {
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

test("what the vocabulary does not hold is unknown", () => {
  const vocabulary = createVocabulary(["a"]);
  expect(["b", "", "A"].map((token) => vocabulary.idOf(token))).toEqual([UNK, UNK, UNK]);
  expect(vocabulary.has("b")).toBe(false);
});

test("a typed token that is spelled like a special one is unknown, never the special one", () => {
  const vocabulary = createVocabulary(["a"]);
  expect(SPECIAL_TOKENS.map((token) => vocabulary.idOf(token))).toEqual([UNK, UNK, UNK, UNK]);
  expect(SPECIAL_TOKENS.some((token) => vocabulary.has(token))).toBe(false);
});

test.each(["__proto__", "constructor", "hasOwnProperty", "toString", "0"])(
  "%s is a token like any other",
  (token) => {
    expect(createVocabulary([]).idOf(token)).toBe(UNK);
    expect(createVocabulary(["a", token]).idOf(token)).toBe(5);
  },
);

test("a token that stands twice or is spelled like a special one is refused by name", () => {
  expect(() => createVocabulary(["a", "b", "a"])).toThrow('"a"');
  for (const token of SPECIAL_TOKENS) expect(() => createVocabulary([token])).toThrow(token);
});

test("a token is shown by its id; an id that does not exist is refused", () => {
  const vocabulary = createVocabulary(["한"]);
  expect(viewToken(vocabulary, 4)).toEqual({ id: 4, text: "한" });
  expect(viewToken(vocabulary, EOS)).toEqual({ id: EOS, text: "<eos>" });
  for (const id of [5, -1, 1.5, NaN]) expect(() => viewToken(vocabulary, id)).toThrow(`${id}`);
});
