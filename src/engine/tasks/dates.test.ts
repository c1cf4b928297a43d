import fc from "fast-check";
import { expect, test } from "vitest";
import { createRandom } from "../rng";
import { DATE_FORMATS, writeDate } from "./dateFormats";
import { dates } from "./dates";
import { noGoldReason } from "./noGoldReason";
import type { Pair, Split } from "./task";

const FIRST_DAY = Date.UTC(1970, 0, 1);
const DAY = 86_400_000;

const anyDay = fc.integer({ min: 0, max: 36_524 }).map((days) => new Date(FIRST_DAY + days * DAY));
const anyFormat = fc.constantFrom(...DATE_FORMATS);

function write(date: Date, dateFormat: (typeof DATE_FORMATS)[number]): string {
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  return writeDate({ year, month, day }, dateFormat).text;
}

function solve(text: string): Pair {
  const pair = dates.solve(dates.tokenize(text));
  if (!pair) throw new Error(`no answer to ${text}`);
  return pair;
}

/** The linked source characters of each target character, as readable text. */
function linked(text: string): string[] {
  const { source, gold } = solve(text);
  return gold?.map((positions) => positions.map((s) => source[s]).join("")) ?? [];
}

const answer = (pair: Pair) => pair.target.join("");

function draw(count: number, split: Split, seed = 1): Pair[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => dates.sample(random, split));
}

test("20 November 2026 has the same answer in every format", () => {
  const texts = DATE_FORMATS.map((f) => write(new Date(Date.UTC(2026, 10, 20)), f));
  expect(texts).toEqual([
    "2026년 11월 20일",
    "2026년 11월 20일 금요일",
    "26년 11월 20일(금)",
    "2026. 11. 20.",
    "2026/11/20",
    "20.11.2026",
    "20 Nov 2026",
    "20 Nov '26",
    "Fri 20 Nov 2026",
    "20 November 2026",
    "November 20, 2026",
    "20th of November 2026",
  ]);
  for (const text of texts) expect(dates.join(solve(text).target)).toBe("2026-11-20");
});

test("a one-digit day and month in every format", () => {
  expect(DATE_FORMATS.map((f) => write(new Date(Date.UTC(1970, 2, 1)), f))).toEqual([
    "1970년 3월 1일",
    "1970년 3월 1일 일요일",
    "70년 3월 1일(일)",
    "1970. 3. 1.",
    "1970/03/01",
    "01.03.1970",
    "1 Mar 1970",
    "1 Mar '70",
    "Sun 1 Mar 1970",
    "1 March 1970",
    "March 1, 1970",
    "1st of March 1970",
  ]);
});

test("the endings of English ordinals", () => {
  const ordinal = DATE_FORMATS.at(-1);
  if (!ordinal) throw new Error("no formats");
  const january = Array.from({ length: 31 }, (_, i) =>
    write(new Date(Date.UTC(2026, 0, i + 1)), ordinal).replace(" of January 2026", ""),
  );
  const special = ["1st", "2nd", "3rd", "21st", "22nd", "23rd", "31st"];
  for (const text of january)
    expect(text).toBe(special.includes(text) ? text : `${parseInt(text, 10)}th`);
  expect(january.filter((text) => !text.endsWith("th"))).toEqual(special);
});

test("every day in every format is read back as the same day of Date.UTC", () => {
  fc.assert(
    fc.property(anyDay, anyFormat, (date, dateFormat) => {
      const text = write(date, dateFormat);
      const pair = solve(text);
      expect(pair.source).toEqual(dates.tokenize(text));
      expect(dates.join(pair.target)).toBe(date.toISOString().slice(0, 10));
    }),
    { numRuns: 2000 },
  );
});

test("no two dates share a text, and the longest text has the stated length", () => {
  const dateOf = new Map<string, number>();
  const clashes: string[] = [];
  let longest = 0;
  for (let days = 0; days < 36_525; days++) {
    const texts = DATE_FORMATS.map((f) => write(new Date(FIRST_DAY + days * DAY), f));
    clashes.push(...texts.filter((text) => (dateOf.get(text) ?? days) !== days));
    for (const text of texts) dateOf.set(text, days);
    longest = Math.max(longest, ...texts.map((text) => text.length));
  }
  expect(clashes).toEqual([]);
  expect(dates.maxSourceLength).toBe(longest);
});

test("gold links, by hand", () => {
  expect(linked("20th of May 2026")).toEqual(["2", "0", "2", "6", "", "May", "May", "", "2", "0"]);
  expect(linked("5 Sep '07")).toEqual(["", "", "0", "7", "", "Sep", "Sep", "", "5", "5"]);
  expect(linked("07년 9월 15일(토)")).toEqual(["", "", "0", "7", "", "9", "9", "", "1", "5"]);
  expect(linked("2026/03/04")).toEqual(["2", "0", "2", "6", "", "0", "3", "", "0", "4"]);
  expect(solve("11.11.2011").gold).toEqual([[6], [7], [8], [9], [], [3], [4], [], [0], [1]]);
  expect(solve("2026. 1. 1.").gold).toEqual([[0], [1], [2], [3], [], [6], [6], [], [9], [9]]);
});

test("gold links of 19 July 2053, whose digits all differ, in every format", () => {
  const date = new Date(Date.UTC(2053, 6, 19));
  const rows = DATE_FORMATS.map((f) => linked(write(date, f)).join("|"));
  expect(rows).toEqual([
    "2|0|5|3||7|7||1|9", // 2053년 7월 19일
    "2|0|5|3||7|7||1|9", // 2053년 7월 19일 토요일
    "||5|3||7|7||1|9", // 53년 7월 19일(토)
    "2|0|5|3||7|7||1|9", // 2053. 7. 19.
    "2|0|5|3||0|7||1|9", // 2053/07/19
    "2|0|5|3||0|7||1|9", // 19.07.2053
    "2|0|5|3||Jul|Jul||1|9", // 19 Jul 2053
    "||5|3||Jul|Jul||1|9", // 19 Jul '53
    "2|0|5|3||Jul|Jul||1|9", // Sat 19 Jul 2053
    "2|0|5|3||July|July||1|9", // 19 July 2053
    "2|0|5|3||July|July||1|9", // July 19, 2053
    "2|0|5|3||July|July||1|9", // 19th of July 2053
  ]);
});

/** Whether the links are right: the same digit, the digit that a leading zero precedes, or a month's name. */
function answersFor({ source, target }: Pair, positions: readonly number[], t: number): boolean {
  const characters = positions.map((s) => source[s] ?? "outside").join("");
  if (characters === target[t]) return true;
  if (t === 5 || t === 8) if (target[t] === "0" && characters === target[t + 1]) return true;
  return (t === 5 || t === 6) && /^[A-Z][a-z]{2,}$/.test(characters);
}

test("gold links are the same digit, the digit that a leading zero precedes, or a month's whole name", () => {
  const pairs = [...draw(3000, "train"), ...draw(3000, "heldOut")];
  const wrong = pairs.flatMap((pair) =>
    (pair.gold ?? [])
      .filter((links, t) => links.length > 0 && !answersFor(pair, links, t))
      .map((links) => `${pair.source.join("")}: ${links.join()}`),
  );
  expect(wrong).toEqual([]);
});

test("a target token without a gold link has a stated reason", () => {
  const reasons = draw(3000, "train").flatMap((pair) => {
    const shortYear = /^\d\d년|'/.test(pair.source.join(""));
    return pair.target.map((_, t) => {
      const links = pair.gold?.[t]?.length === 0 ? "unlinked" : "linked";
      return `${t} ${links} ${noGoldReason(dates.id, pair, t)}${shortYear ? ", short year" : ""}`;
    });
  });
  const [separators, centuries] = [
    [4, 7].map((t) => `${t} unlinked separator`),
    [0, 1].map((t) => `${t} unlinked century, short year`),
  ];
  const linkedOnes = [
    ...[0, 1, 2, 3, 5, 6, 8, 9].map((t) => `${t} linked null`),
    ...[2, 3, 5, 6, 8, 9].map((t) => `${t} linked null, short year`),
  ];
  expect(new Set(reasons)).toEqual(
    new Set([
      ...separators,
      ...separators.map((reason) => `${reason}, short year`),
      ...centuries,
      ...linkedOnes,
    ]),
  );
});

test("leap days are written and read; days that do not exist have no answer", () => {
  expect(dates.join(solve("29 Feb 2024").target)).toBe("2024-02-29");
  expect(dates.join(solve("2000년 2월 29일").target)).toBe("2000-02-29");
  for (const text of ["29 Feb 2023", "2023. 2. 29.", "31 April 2026", "0 Nov 2026", "2026/13/01"])
    expect(dates.solve(dates.tokenize(text))).toBeNull();
});

test.each([
  ["nothing", ""],
  ["a wrong weekday", "Mon 20 Nov 2026"],
  ["a wrong Korean weekday", "26년 11월 20일(월)"],
  ["a wrong ending", "20st of November 2026"],
  ["a year outside the hundred", "20 Nov 2070"],
  ["a missing zero", "2026/1/20"],
  ["a zero too many", "2026년 01월 20일"],
  ["more behind the date", "20 Nov 2026 AD"],
  ["an ambiguous order", "11/12/26"],
  ["a name from Object.prototype", "__proto__"],
])("there is no answer to %s", (_, text) => {
  expect(dates.solve(dates.tokenize(text))).toBeNull();
});

test("training and held-out dates never meet, in any spelling", () => {
  const train = new Set(draw(10_000, "train").map(answer));
  const heldOut = new Set(draw(10_000, "heldOut").map(answer));
  expect([...heldOut].filter((date) => train.has(date))).toEqual([]);
  expect(heldOut.size).toBeGreaterThan(3000); // of about 36,525 / 8
});

test("samples have every format about equally often, and leap days", () => {
  const pairs = draw(12_000, "train");
  const counts = DATE_FORMATS.map(
    (f) => pairs.filter((pair) => f.pattern.test(pair.source.join(""))).length,
  );
  expect(Math.min(...counts)).toBeGreaterThan(850);
  expect(pairs.some((pair) => answer(pair).endsWith("-02-29"))).toBe(true);
});

test("samples fit the vocabularies and the limits", () => {
  const pairs = draw(3000, "heldOut");
  const unknown = pairs.flatMap(({ source, target }) => [
    ...source.filter((token) => !dates.sourceVocabulary.has(token)),
    ...target.filter((token) => !dates.targetVocabulary.has(token)),
  ]);
  expect(unknown).toEqual([]);
  expect(Math.max(...pairs.map((pair) => pair.source.length))).toBe(dates.maxSourceLength);
  expect(new Set(pairs.map((pair) => pair.target.length))).toEqual(
    new Set([dates.maxTargetLength]),
  );
});

test("a sample's text, typed, gives the same links", () => {
  const pairs = draw(500, "train");
  const typed = pairs.map((pair) => ` ${pair.source.join("")} `);
  expect(typed.map((text) => dates.solve(dates.tokenize(text)))).toEqual(pairs);
});

test("the same seed gives the same pairs, another seed others", () => {
  expect(draw(50, "heldOut", 5)).toEqual(draw(50, "heldOut", 5));
  expect(draw(50, "train", 5)).not.toEqual(draw(50, "train", 6));
});

test("Hangul typed in decomposed form is read", () => {
  expect(solve("2026년 11월 20일".normalize("NFD")).target.join("")).toBe("2026-11-20");
});

/** Why a typed text has no answer. */
function whyUnsolved(text: string) {
  const source = dates.tokenize(text);
  return dates.solve(source) ? "answered" : dates.whyUnsolved?.(source);
}

test("a day that the calendar lacks, or with another weekday, has no answer and the reason for it", () => {
  expect(
    [
      "31 February 2026",
      "2026년 2월 29일",
      "29.02.2069",
      "31st of April 2026",
      "Fri 31 Nov 2026",
    ].map(whyUnsolved),
  ).toEqual(Array.from({ length: 5 }, () => "noSuchDay"));
  expect(
    ["Mon 20 Nov 2026", "26년 11월 20일(월)", "2026년 11월 20일 월요일"].map(whyUnsolved),
  ).toEqual(Array.from({ length: 3 }, () => "otherWeekday"));
  expect(["2026. 2. 28.", "29 Feb 2028"].map(whyUnsolved)).toEqual(["answered", "answered"]);
  expect(["2nth of May 2026", "20", "2026/2/31"].map(whyUnsolved)).toEqual([null, null, null]);
});
