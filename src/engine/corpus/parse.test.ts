import { expect, test } from "vitest";
import { runToEnd } from "../chunks";
import { parsePairs } from "./parse";
import { DEFAULT_CORPUS_OPTIONS, type CorpusOptions, type CorpusUnit, noneDropped } from "./report";
import { createTokenizer } from "./tokenize";

const NONE = noneDropped();

function parse(
  text: string,
  changes: Partial<CorpusOptions> = {},
  unit: CorpusUnit = "words",
  longest = 10,
) {
  const options = { ...DEFAULT_CORPUS_OPTIONS, ...changes };
  const side = createTokenizer(unit, false);
  const limits = { source: longest, target: longest };
  return runToEnd(parsePairs(text, { source: side, target: side }, { ...options, limits }));
}

function sides(
  text: string,
  changes: Partial<CorpusOptions> = {},
  unit: CorpusUnit = "words",
): string[] {
  return parse(text, changes, unit).pairs.map(
    (p) => `${p.source.join("|")} > ${p.target.join("|")}`,
  );
}

test("two columns are a pair; more columns and a byte order mark are ignored", () => {
  expect(sides("\ufeffGo now\tVa !\tCC-BY\tx\nHi\tSalut")).toEqual(["Go|now > Va|!", "Hi > Salut"]);
  expect(sides("Hi\tSalut", { swap: true })).toEqual(["Salut > Hi"]);
});

test.each([
  ["\n", "Unix"],
  ["\r\n", "Windows"],
  ["\r", "old Mac"],
])("lines end with %j (%s), which is optional after the last line", (end) => {
  const expected = ["a > b", "c > d"];
  expect(sides(`a\tb${end}c\td`)).toEqual(expected);
  expect(sides(`a\tb${end}${end}c\td${end}`)).toEqual(expected);
});

test("each dropped line has one reason", () => {
  const lines = [
    "good\tgut",
    "no tab here",
    "only source\t",
    "\tonly target",
    "nothing\t \u200b ",
    "one two three\tx",
    "x\tone two three",
    `${"x".repeat(3000)}\tx`,
    "good \t gut\tagain",
    "good\tgut!",
    "",
    " \t ",
  ];
  const { read, pairs, dropped } = parse(lines.join("\n"), {}, "words", 2);
  expect(dropped).toEqual({ ...NONE, oneColumn: 1, emptySide: 3, tooLong: 3, duplicate: 1 });
  expect(pairs).toHaveLength(2);
  expect(read).toBe(10); // blank lines are not read
});

test("all lines after the last admitted pair are over the limit, whatever they contain", () => {
  const { read, pairs, dropped } = parse("a\tb\nno tab\na\tb\nc\td\ne\tf\nno tab\na\tb", {
    maxPairs: 2,
  });
  expect(pairs).toHaveLength(2);
  expect(dropped).toEqual({ ...NONE, oneColumn: 1, duplicate: 1, overLimit: 3 });
  expect(read).toBe(7);
});

test("duplicates are compared by tokens, not by their joined text", () => {
  expect(sides("a b\tc\na\tb c\na  b\tc")).toEqual(["a|b > c", "a > b|c"]);
  expect(sides("ab\tc\na\tbc", {}, "characters")).toEqual(["a|b > c", "a > b|c"]);
});

test("the first line that is not blank is kept for the message, with its number", () => {
  expect(parse("\n  \r\nhello\nworld").firstLine).toEqual({ number: 3, text: "hello" });
  expect(parse("\n \n").firstLine).toBeNull();
});

test("“ | ” replaces the tab in a line without one, because a tab cannot be typed into a text box", () => {
  expect(sides("a b | c\nd | e\tf")).toEqual(["a|b > c", "d|||e > f"]);
});
