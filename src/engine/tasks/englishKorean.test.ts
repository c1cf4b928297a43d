import { expect, test } from "vitest";
import { createRandom } from "../rng";
import { englishKoreanFamily } from "./englishKorean";
import { noGoldReason } from "./noGoldReason";
import type { Pair, Split, Task } from "./task";

const task = englishKoreanFamily.create({ shortest: 5, longest: 7, symbols: 12 });

function translated(text: string): string | null {
  const pair = task.solve(task.tokenize(text));
  return pair && task.join(pair.target);
}

function draw(from: Task, count: number, split: Split, seed = 1): Pair[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => from.sample(random, split));
}

test.each([
  ["the cat eats an apple", "고양이가 사과를 먹는다"],
  ["The student sees a book.", "학생이 책을 본다"],
  ["my small dog likes that red bag", "내 작은 개가 저 빨간 가방을 좋아한다"],
  ["that bear eats my egg", "저 곰이 내 달걀을 먹는다"],
  ["a girl remembers the strange flower", "소녀가 이상한 꽃을 기억한다"],
  ["the white cat washes the cookie", "하얀 고양이가 과자를 씻는다"],
])("%s: %s", (english, korean) => {
  expect(translated(english)).toBe(korean);
});

test.each([
  ["nothing", ""],
  ["an unknown word", "the cat eats a fish"],
  ["no object", "the cat sees"],
  ["a wrong article", "the cat eats a apple"],
  ["a plural", "the cats eat an apple"],
  ["two adjectives", "the small black cat sees a book"],
  ["an extra word", "the cat sees a book book"],
  ["a name from Object.prototype", "the __proto__ sees a book"],
])("there is no answer to %s", (_, text) => {
  expect(translated(text)).toBeNull();
});

// Korean to English, by hand: independent of the lexicon.
const ENGLISH: ReadonlyMap<string, string> = new Map(
  `내 my, 저 that, 작은 small, 검은 black, 큰 big, 빨간 red, 예쁜 pretty, 하얀 white, 이상한 strange, 무거운 heavy,
  귀여운 cute, 파란 blue, 좋은 good, 깨끗한 clean, 고양이 cat, 사과 apple, 학생 student, 책 book, 개 dog, 꽃 flower,
  곰 bear, 달걀 egg, 의자 chair, 가방 bag, 소녀 girl, 과자 cookie, 본다 sees, 먹는다 eats, 좋아한다 likes,
  그린다 draws, 원한다 wants, 씻는다 washes, 숨긴다 hides, 찾는다 finds, 산다 buys, 만진다 touches, 민다 pushes,
  기억한다 remembers`
    .split(",")
    .map((line) => line.trim().split(" "))
    .map(([foreign = "", english = ""]) => [foreign, english]),
);

/** The particle by the rule of a school grammar. A syllable whose number divides by 28 has no final. */
function particleAfter(
  word: string,
  [afterVowel, afterConsonant]: readonly [string, string],
): string {
  const last = word.charCodeAt(word.length - 1) - 0xac00;
  return last % 28 === 0 ? afterVowel : afterConsonant;
}

const withoutArticles = (words: readonly string[]) =>
  words.filter((word) => !/^(the|an?)$/.test(word));

test("the order is subject, object, verb, and each noun's particle follows from its last letter", () => {
  for (const { source, target } of [...draw(task, 2000, "train"), ...draw(task, 500, "heldOut")]) {
    const subjectEnd = target.findIndex((token) => token === "이" || token === "가");
    const objectEnd = target.findIndex((token) => token === "을" || token === "를");
    expect(objectEnd).toBe(target.length - 2);
    const subject = target.slice(0, subjectEnd);
    const object = target.slice(subjectEnd + 1, objectEnd);
    expect(target[subjectEnd]).toBe(particleAfter(subject.at(-1) ?? "", ["가", "이"]));
    expect(target[objectEnd]).toBe(particleAfter(object.at(-1) ?? "", ["를", "을"]));
    const back = [...subject, target.at(-1) ?? "", ...object].map((word) => ENGLISH.get(word));
    expect(back).toEqual(withoutArticles(source));
  }
});

test("each word is linked to the English word that it means; particles have no link, and a reason", () => {
  for (const pair of draw(task, 1000, "train")) {
    const { source, target, gold } = pair;
    for (const [t, token] of target.entries()) {
      const particle = ["이", "가", "을", "를"].includes(token);
      const words = (gold?.[t] ?? []).map((s) => source[s]);
      expect(words).toEqual(particle ? [] : [ENGLISH.get(token)]);
      expect(noGoldReason(task.id, pair, t)).toBe(particle ? "particle" : null);
    }
  }
  const pair = task.solve(task.tokenize("my cat sees the big cat"));
  expect(pair?.gold).toEqual([[0], [1], [], [4], [5], [], [2]]);
});

test("only food is eaten, and only people and animals are subjects", () => {
  for (const { source, target } of draw(task, 2000, "train")) {
    expect(source.join(" ")).toMatch(/^(?!.* eats )|(apple|egg|cookie)$/);
    const subject = target[target.findIndex((token) => /^[이가]$/.test(token)) - 1];
    expect(subject).toMatch(/^(고양이|학생|개|곰|소녀)$/);
  }
});

test("sentences with the same Korean are in the same split", () => {
  const sideOf = new Map<string, Set<Split>>();
  for (const split of ["train", "heldOut"] as const)
    for (const { target } of draw(task, 4000, split)) {
      const text = task.join(target);
      sideOf.set(text, (sideOf.get(text) ?? new Set()).add(split));
    }
  expect([...sideOf.values()].every((sides) => sides.size === 1)).toBe(true);
});

test("particles are joined to the word before them, wherever the network puts them", () => {
  expect(task.join(["고양이", "가", "사과", "를", "먹는다"])).toBe("고양이가 사과를 먹는다");
  expect(task.join(["가", "책", "책", "을", "을"])).toBe("가 책 책을을");
  expect(task.join([])).toBe("");
});
