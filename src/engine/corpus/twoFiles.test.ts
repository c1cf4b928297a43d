/** Two files with a sentence a line, as corpora for translation come. */
import { describe, expect, it } from "vitest";
import { readProblem, readUsable } from "../../testing/readInput";
import { ENGLISH_KOREAN } from "../../testing/smallPairs";

const PAIRS = ENGLISH_KOREAN;
const english = PAIRS.map(([en]) => en);
const korean = PAIRS.map(([, ko]) => ko);

function files(first: readonly string[], second: readonly string[], lineEnd = "\n"): [File, File] {
  return [
    new File([first.join(lineEnd)], "dev.en"),
    new File([second.join("\n"), "\n\n"], "dev.ko"),
  ];
}

describe("two files", () => {
  it.each(["\n", "\r\n"])(
    "are read side by side, with line ends of their own: %j",
    async (lineEnd) => {
      const { sentences, reading } = await readUsable(files(english, korean, lineEnd));
      expect(sentences).toEqual(PAIRS);
      expect(reading).toMatchObject({ kind: "twoFiles", header: null });
      expect(reading.columns.map(({ name }) => name)).toEqual(["dev.en", "dev.ko"]);
    },
  );

  it("keep tabs, commas and quotes inside sentences", async () => {
    const first = english.map((line) => `"${line}, he\tsaid`);
    const { sentences } = await readUsable(files(first, korean));
    expect(sentences[0]).toEqual([first[0]?.replace("\t", " "), korean[0]]);
  });

  it("drop a line that is blank in one of them, and count its place", async () => {
    const { reading, summary } = await readUsable(files(english.with(3, ""), korean));
    expect(summary.kept).toBe(29);
    expect(reading.refused).toMatchObject([{ row: 4, line: 4, reason: "emptySide" }]);
  });

  it("of different lengths are refused; the first line that is blank in one alone may be the place", async () => {
    const first = { name: "dev.en", lines: 31 };
    const second = { name: "dev.ko", lines: 30 };
    const shifted = [...english.slice(0, 9), "", ...english.slice(9)];
    expect(await readProblem(files(shifted, korean))).toEqual({
      kind: "unequalLines",
      first,
      second,
      line: 10,
    });
    const longer = [...english, "One more."];
    expect(await readProblem(files(longer, korean))).toEqual({
      kind: "unequalLines",
      first,
      second,
      line: null,
    });
  });

  it("are refused where there are three, or one is empty", async () => {
    const [first, second] = files(english, korean);
    expect(await readProblem([first, second, first])).toEqual({
      kind: "tooManyFiles",
      files: 3,
      most: 2,
    });
    expect(await readProblem([first, new File([" \n"], "dev.ko")])).toEqual({ kind: "empty" });
    expect(await readProblem([])).toEqual({ kind: "empty" });
  });
});
