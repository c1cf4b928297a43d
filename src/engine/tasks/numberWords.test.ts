import fc from "fast-check";
import { expect, test } from "vitest";
import { createRandom } from "../rng";
import { noGoldReason } from "./noGoldReason";
import { numberWordsFamily } from "./numberWords";

const task = numberWordsFamily.create({ ...numberWordsFamily.initial, longest: 6 });

const ONES = " one two three four five six seven eight nine".split(" ");
const TEENS =
  "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(" ");
const TENS = "  twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

/** A number in words of British English, by its digits from the right: independent of the generator. */
function british(value: number): string {
  const [hundreds, tens, ones] = [
    Math.floor(value / 100) % 10,
    Math.floor(value / 10) % 10,
    value % 10,
  ];
  const small =
    tens === 1 ? TEENS[ones] : [TENS[tens], ONES[ones]].filter((word) => word !== "").join("-");
  const below = [hundreds > 0 ? `${ONES[hundreds]} hundred` : "", small].filter((w) => w !== "");
  if (value < 1000) return below.join(" and ");
  const thousands = `${british(Math.floor(value / 1000))} thousand`;
  if (value % 1000 === 0) return thousands;
  return `${thousands}${value % 1000 < 100 ? " and " : " "}${below.join(" and ")}`;
}

function solve(text: string): string | null {
  const pair = task.solve(task.tokenize(text));
  return pair && task.join(pair.target);
}

/** The linked words of each digit, as readable text. */
function linked(text: string): string[] {
  const { source = [], target = [], gold } = task.solve(task.tokenize(text)) ?? {};
  return target.map((digit, t) => `${digit} ${gold?.[t]?.map((s) => source[s]).join(" ")}`);
}

test("numbers of one to six digits are read, with and without 'and'", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 6 }), fc.nat(), (digits, drawn) => {
      const value = 1 + (drawn % (10 ** digits - 1));
      expect(solve(british(value))).toBe(String(value));
      expect(solve(british(value).replaceAll(" and ", " "))).toBe(String(value));
    }),
    { numRuns: 3000 },
  );
});

test("every number to 9999 is read, and the longest has the stated length", () => {
  const small = numberWordsFamily.create(numberWordsFamily.initial);
  const lengths = Array.from({ length: 9999 }, (_, i) => {
    const pair = small.solve(small.tokenize(british(i + 1)));
    expect(pair?.target.join("")).toBe(String(i + 1));
    return pair?.source.length ?? 0;
  });
  expect(Math.max(...lengths)).toBe(small.maxSourceLength);
});

test.each([
  ["two thousand and twenty-six", "2026"],
  ["Two Thousand, twenty six", "2026"],
  ["one hundred twenty-three thousand four hundred fifty-six", "123456"],
  ["ten thousand", "10000"],
  ["seven", "7"],
])("%s is %s", (text, digits) => {
  expect(solve(text)).toBe(digits);
});

test.each([
  "",
  "zero",
  "hundred",
  "and",
  "thousand",
  "two and twenty",
  "twenty twelve",
  "twenty twenty",
  "hundred two",
  "nineteen hundred",
  "one million",
  "three thousand thousand",
  "two thousand and",
  "five hundred and twelve thousand and one hundred",
])("there is no answer to '%s'", (text) => {
  expect(solve(text)).toBeNull();
});

test("gold links, by hand", () => {
  expect(linked("two thousand and twenty-six")).toEqual([
    "2 two thousand",
    "0 ",
    "2 twenty",
    "6 six",
  ]);
  expect(linked("three hundred and twelve")).toEqual(["3 three hundred", "1 twelve", "2 twelve"]);
  expect(linked("ten")).toEqual(["1 ten", "0 "]);
  expect(linked("nine hundred five thousand")).toEqual([
    "9 nine hundred thousand",
    "0 ",
    "5 five thousand",
    "0 ",
    "0 ",
    "0 ",
  ]);
});

test("a digit is linked to the word that names it, and only zeros have no link", () => {
  const random = createRandom(3);
  for (let i = 0; i < 2000; i++) {
    const pair = task.sample(random, "train");
    for (const [t, digit] of pair.target.entries()) {
      const words = (pair.gold?.[t] ?? []).map((s) => pair.source[s] ?? "");
      const [one = "", ten = "", teens] = [ONES[Number(digit)], TENS[Number(digit)], TEENS];
      const says = words.some((word) => [one, ten].includes(word) || teens.includes(word));
      expect(says).toBe(digit !== "0");
      expect(noGoldReason(task.id, pair, t)).toBe(digit === "0" ? "zero" : null);
      expect(words).not.toContain("and");
    }
  }
});

test("numbers are drawn with and without 'and'", () => {
  const random = createRandom(8);
  const texts = Array.from({ length: 1000 }, () => task.sample(random, "train").source.join(" "));
  const ands = texts.filter((text) => text.includes(" and ")).length;
  const without = texts.filter((text) => / hundred (?!and|thousand)/.test(text)).length;
  expect(Math.min(ands, without)).toBeGreaterThan(200);
});
