import fc from "fast-check";
import { expect, test } from "vitest";
import { createRandom } from "../rng";
import { noGoldReason } from "./noGoldReason";
import { pigLatinFamily } from "./pigLatin";

const pigLatin = pigLatinFamily.create({ ...pigLatinFamily.initial, longest: 12 });

const answerTo = (text: string) => {
  const pair = pigLatin.solve(pigLatin.tokenize(text));
  return pair && pigLatin.join(pair.target);
};

test.each([
  ["pig", "igpay"],
  ["Latin", "atinlay"],
  ["string", "ingstray"],
  ["three", "eethray"],
  ["apple", "appleway"],
  ["aqua", "aquaway"],
  ["queen", "eenquay"],
  ["square", "aresquay"],
  ["yellow", "ellowyay"],
  ["my", "ymay"],
  ["rhythm", "ythmrhay"],
  ["a", "away"],
])("%s is %s", (word, answer) => {
  expect(answerTo(word)).toBe(answer);
});

test.each([
  ["nothing", ""],
  ["a word without a vowel", "hmm"],
  ["y alone, a consonant here", "y"],
  ["qu and no vowel", "squ"],
  ["thirteen letters", "abcdefghijklm"],
  ["two words", "pig latin"],
  ["a letter with an accent", "é"],
])("there is no answer to %s", (_, text) => {
  expect(answerTo(text)).toBeNull();
});

/** The rule as one substitution. */
function substituted(word: string): string {
  if (/^[aeiou]/.test(word)) return `${word}way`;
  return word.replace(/^((?:y|(?!y))(?:qu|q(?!u)|[^aeiouyq])*)([aeiouy].*)$/, "$2$1ay");
}

test("answers agree with one substitution", () => {
  const random = createRandom(4);
  for (let i = 0; i < 3000; i++) {
    const word = pigLatin.sample(random, "train").source.join("");
    expect(answerTo(word)).toBe(substituted(word));
  }
  fc.assert(
    fc.property(fc.stringMatching(/^[abeqstuy]{1,8}$/), (word) => {
      const answer = substituted(word);
      expect(answerTo(word)).toBe(answer === word ? null : answer);
    }),
    { numRuns: 2000 },
  );
});

test("every letter is linked to its own position, each position once, and only the ending has no link", () => {
  const random = createRandom(5);
  for (let i = 0; i < 2000; i++) {
    const pair = pigLatin.sample(random, "heldOut");
    const links = pair.gold ?? [];
    expect(links.flat().toSorted((a, b) => a - b)).toEqual([...pair.source.keys()]);
    const ending = pair.target.filter((_, t) => links[t]?.length === 0).join("");
    expect(ending).toBe(/^[aeiou]/.test(pair.source.join("")) ? "way" : "ay");
    const told = links.map(([s], t) => pair.source[s ?? -1] ?? noGoldReason(pigLatin.id, pair, t));
    expect(told).toEqual([
      ...pair.target.slice(0, pair.source.length),
      ...Array.from(ending, () => "ending"),
    ]);
  }
});

test("words begin with a vowel, with one consonant and with several", () => {
  const random = createRandom(6);
  const moved = Array.from({ length: 2000 }, () => {
    const { target, source } = pigLatin.sample(random, "train");
    return target.length === source.length + 3 ? 0 : source.findIndex((l) => l === target[0]);
  });
  for (const count of [0, 1, 2, 3])
    expect(moved.filter((m) => m === count).length).toBeGreaterThan(20);
});
