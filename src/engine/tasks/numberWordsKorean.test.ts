import fc from "fast-check";
import { expect, test } from "vitest";
import { createRandom } from "../rng";
import { noGoldReason } from "./noGoldReason";
import { numberWordsKoreanFamily } from "./numberWordsKorean";

const task = numberWordsKoreanFamily.create({ ...numberWordsKoreanFamily.initial, longest: 6 });

/** A number in words by substitution: every digit with its unit, then without zeros and the 일 that is left out. */
function inWords(value: number): string {
  const units = ["", "십", "백", "천", "만", "십만"];
  const digits = Array.from(String(value)).toReversed();
  return digits
    .map((digit, place) =>
      digit === "0" ? "" : `${"일이삼사오육칠팔구"[Number(digit) - 1]}${units[place]}`,
    )
    .toReversed()
    .join("")
    .replace(/십만(.만)/, "십$1") // 만 occurs once
    .replace(/일([십백천])/g, "$1")
    .replace(/^일만/, "만");
}

function solve(text: string): string | null {
  const pair = task.solve(task.tokenize(text));
  return pair && task.join(pair.target);
}

function linked(text: string): string[] {
  const { source = [], target = [], gold } = task.solve(task.tokenize(text)) ?? {};
  return target.map((digit, t) => `${digit}${gold?.[t]?.map((s) => source[s]).join("")}`);
}

test("numbers of one to six digits are read", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 6 }), fc.nat(), (digits, drawn) => {
      const value = 1 + (drawn % (10 ** digits - 1));
      expect(solve(inWords(value))).toBe(String(value));
    }),
    { numRuns: 3000 },
  );
});

test("every number to 9999 is read, and the longest has the stated length", () => {
  const small = numberWordsKoreanFamily.create(numberWordsKoreanFamily.initial);
  const lengths = Array.from({ length: 9999 }, (_, i) => {
    const pair = small.solve(small.tokenize(inWords(i + 1)));
    expect(pair?.target.join("")).toBe(String(i + 1));
    return pair?.source.length ?? 0;
  });
  expect(Math.max(...lengths)).toBe(small.maxSourceLength);
});

test.each([
  ["이천이십육", "2026"],
  ["천구백칠십", "1970"],
  ["백일", "101"],
  ["십", "10"],
  ["만", "10000"],
  ["만 천백십일", "11111"],
  ["십일만", "110000"],
  ["십만 일", "100001"],
  ["십이만 삼천사백오십육", "123456"],
])("%s is %s", (text, digits) => {
  expect(solve(text)).toBe(digits);
  expect(solve(text.normalize("NFD"))).toBe(digits);
});

test.each([
  "",
  "영",
  "공",
  "일십",
  "일백",
  "일만",
  "이이",
  "십백",
  "만만",
  "백만",
  "십천",
  "스물",
  "2천",
])("there is no answer to '%s'", (text) => {
  expect(solve(text)).toBeNull();
});

test("gold links, by hand: the digit's name and its unit", () => {
  expect(linked("이천이십육")).toEqual(["2이천", "0", "2이십", "6육"]);
  expect(linked("천백")).toEqual(["1천", "1백", "0", "0"]);
  expect(linked("십이만삼")).toEqual(["1십만", "2이만", "0", "0", "0", "3삼"]);
  expect(linked("만")).toEqual(["1만", "0", "0", "0", "0"]);
});

/** The syllables linked to a digit: its name where it is written, then the units of its place. */
function syllablesFor(value: number, place: number): string {
  const digit = Math.floor(value / 10 ** place) % 10;
  if (digit === 0) return "";
  const name = "일이삼사오육칠팔구"[digit - 1] ?? "";
  const unit = ["", "십", "백", "천", "만", "십만"][place] ?? "";
  const isNamed = digit > 1 || place === 0 || (place === 4 && value >= 100_000);
  return (isNamed ? name : "") + unit;
}

test("a digit is linked to its name and its units, and only zeros have no link", () => {
  const random = createRandom(3);
  for (let i = 0; i < 2000; i++) {
    const pair = task.sample(random, "heldOut");
    const value = Number(pair.target.join(""));
    for (const [t, digit] of pair.target.entries()) {
      const text = (pair.gold?.[t] ?? []).map((s) => pair.source[s]).join("");
      expect(text).toBe(syllablesFor(value, pair.target.length - 1 - t));
      expect(noGoldReason(task.id, pair, t)).toBe(digit === "0" ? "zero" : null);
    }
  }
});
