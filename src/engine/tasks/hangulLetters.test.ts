import fc from "fast-check";
import { expect, test } from "vitest";
import { createRandom } from "../rng";
import { jamoOf, syllablesOf, writeJamo } from "./hangul/jamo";
import { hangulLettersFamily } from "./hangulLetters";
import { hangulSoundsFamily } from "./hangulSounds";
import type { Pair, Split, Task } from "./task";

const task = hangulLettersFamily.create({ shortest: 1, longest: 4, symbols: 52 });

function draw(from: Task, count: number, split: Split, seed = 1): Pair[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => from.sample(random, split));
}

const word = (pair: Pair) => writeJamo(pair.source);

// Unicode's own jamo for the beginning, middle and end of a syllable, in its order.
const INITIALS = "g,kk,n,d,tt,r,m,b,pp,s,ss,,j,jj,ch,k,t,p,h".split(",");
const VOWELS = "a,ae,ya,yae,eo,e,yeo,ye,o,wa,wae,oe,yo,u,wo,we,wi,yu,eu,ui,i".split(",");
const FINALS = "k,k,k,n,n,n,t,l,k,m,l,l,l,p,l,m,p,p,t,t,ng,t,t,k,t,p,t".split(",");

/** The Latin letters of a text by the code points of its decomposed form: independent of the generator. */
function byCodePoint(text: string): string {
  return Array.from(text.normalize("NFD"), (jamo) => {
    const code = jamo.codePointAt(0) ?? 0;
    if (jamo === " ") return " ";
    if (code >= 0x11a8) return FINALS[code - 0x11a8];
    return code >= 0x1161 ? VOWELS[code - 0x1161] : INITIALS[code - 0x1100];
  }).join("");
}

const latin = (text: string) => task.solve(task.tokenize(text))?.target.join("");

test("each syllable is written as if it stood alone", () => {
  expect(["한국", "독립", "한라산", "신라", "같이", "꽃잎", "의왕"].map(latin)).toEqual(
    "hanguk dokrip hanrasan sinra gati kkotip uiwang".split(" "),
  );
  expect(["값이", "닭", "읽다", "밟다", "맑은 물"].map(latin)).toEqual([
    "gapi",
    "dak",
    "ikda",
    "balda",
    "makeun mul",
  ]);
});

test("words have the letters of their code points", () => {
  const pairs = [...draw(task, 3000, "train"), ...draw(task, 1000, "heldOut")];
  const wrong = pairs.filter((pair) => pair.target.join("") !== byCodePoint(word(pair)));
  expect(wrong.map(word)).toEqual([]);
});

/** Whether each letter is linked to one jamo, and only silent initials have no letter. */
function isLinkedOneToOne({ source, target, gold }: Pair): boolean {
  const used = new Set(gold?.flat());
  const unused = source.filter((_, s) => !used.has(s));
  const isOne = target.every((_, t) => gold?.[t]?.length === 1);
  return isOne && unused.every((jamo) => jamo === "ㅇ");
}

test("each letter is linked to one jamo, and every jamo except the silent one is linked", () => {
  expect(draw(task, 2000, "train").filter((pair) => !isLinkedOneToOne(pair))).toEqual([]);
  expect(task.solve(jamoOf("앙고"))?.gold).toEqual([[1], [2], [2], [3], [4]]);
});

test.each([
  ["nothing", ""],
  ["jamo that are no syllable", "ㅋㅋ"],
  ["five syllables", "안녕하세요"],
  ["five syllables in two words", "안녕 하세요"],
  ["a space alone", " "],
  ["a special token's name", "<eos>"],
])("there is no answer to %s", (_, text) => {
  expect(task.solve(task.tokenize(text))).toBeNull();
});

test("jamo beyond the chosen number are unknown", () => {
  const basic = hangulLettersFamily.create({ shortest: 1, longest: 4, symbols: 24 });
  expect(basic.solve(basic.tokenize("한국"))?.target.join("")).toBe("hanguk");
  expect(basic.solve(basic.tokenize("세계"))).toBeNull();
  expect(basic.sourceVocabulary.size).toBe(4 + 24);
});

test.each([hangulLettersFamily, hangulSoundsFamily])(
  "$id: every length is about equally common",
  (family) => {
    const counts = [0, 0, 0, 0];
    for (const { source } of draw(family.create(family.initial), 4000, "train")) {
      const length = syllablesOf(source.filter((token) => token !== " "))?.length ?? 0;
      counts[length - 1] = (counts[length - 1] ?? 0) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(150);
  },
);

test("text typed composed, decomposed or jamo by jamo gives the same tokens", () => {
  fc.assert(
    fc.property(fc.nat(2000), (seed) => {
      const pair = task.sample(createRandom(seed), "train");
      const text = word(pair);
      const tokens = task.tokenize(text);
      expect(tokens).toEqual(pair.source);
      expect(task.tokenize(` ${text.normalize("NFD")}\n`)).toEqual(tokens);
      expect(task.tokenize(tokens.join(""))).toEqual(tokens);
    }),
    { numRuns: 200 },
  );
});

test("any spaces between words are one token", () => {
  expect(task.tokenize("맑은   물")).toEqual(jamoOf("맑은 물"));
  expect(task.solve(task.tokenize("꽃 안"))?.gold).toEqual([[0], [0], [1], [2], [3], [5], [6]]);
});

test("without the jamo of the last twelve symbols no final of two consonants and no space is drawn", () => {
  const single = hangulLettersFamily.create({ shortest: 1, longest: 4, symbols: 40 });
  const sources = draw(single, 2000, "train").map((pair) => pair.source.join(""));
  expect(sources.filter((source) => /[ㄳㄵㄶㄺㄻㄼㄽㄾㄿㅀㅄ ]/.test(source))).toEqual([]);
  expect(single.solve(single.tokenize("값"))).toBeNull();
});

test.each([hangulLettersFamily, hangulSoundsFamily])(
  "$id: finals of two consonants and spaces are common, mostly in syllables that Korean has",
  (family) => {
    const words = draw(family.create(family.initial), 4000, "train").map(word);
    const shareOf = (pattern: RegExp) =>
      words.filter((text) => pattern.test(text)).length / words.length;
    expect(shareOf(/ /)).toBeGreaterThan(0.1);
    for (const syllable of "값닭읽없밟넓많앉핥읊싫")
      expect([syllable, shareOf(new RegExp(syllable)) > 0.001]).toEqual([syllable, true]);
  },
);

test.each([hangulLettersFamily, hangulSoundsFamily])(
  "$id: the held-out examples begin with Korean words and phrases",
  (family) => {
    const first = family.create(family.initial).firstHeldOut?.map(word) ?? [];
    expect(first[0]).toBe("독립");
    expect(first).toEqual(expect.arrayContaining(["닭을", "맑은 물", "설악산"]));
    expect(first.length).toBeGreaterThan(20);
  },
);

test("letters are joined into a word", () => {
  expect(task.join(["h", "a", "n"])).toBe("han");
});
