/** JSON and JSON Lines with two text fields, against JSON.parse. */
import { describe, expect, it } from "vitest";
import { readProblem, readUsable } from "../../testing/readInput";
import { ENGLISH_KOREAN } from "../../testing/smallPairs";

const PAIRS = ENGLISH_KOREAN;
const RECORDS = PAIRS.map(([en, ko], i) => ({ sn: i, topic: "daily", en: `${en} "\\" {[`, ko }));
const WRITTEN = RECORDS.map(({ en, ko }) => [en, ko]);

describe("JSON", () => {
  it.each([
    ["a list of records", JSON.stringify(RECORDS)],
    ["the same, indented", JSON.stringify(RECORDS, null, 2)],
    ["a list under a name, as AI-Hub has it", JSON.stringify({ set: { n: 2 }, data: RECORDS })],
    ["records in records", JSON.stringify(RECORDS.map((translation) => ({ translation })))],
  ])("is read: %s", async (_, text) => {
    const { sentences, reading } = await readUsable(text);
    expect(sentences).toEqual(WRITTEN);
    expect(reading).toMatchObject({ kind: "json", delimiter: null, header: null });
    expect(reading.columns.map(({ name }) => name?.split(".").at(-1))).toEqual([
      "sn",
      "topic",
      "en",
      "ko",
    ]);
  });

  it.each([
    ["lists of two", JSON.stringify(PAIRS)],
    ["a dictionary", JSON.stringify(Object.fromEntries(PAIRS))],
    [
      "lists of tokens",
      JSON.stringify(PAIRS.map((pair) => pair.map((side) => ({ t: side.split(" ") })))),
    ],
  ])("is read: %s", async (_, text) => {
    const { sentences } = await readUsable(text);
    expect(sentences).toEqual(PAIRS);
  });

  it("refuses a broken record with its line, and reads on", async () => {
    const lines = RECORDS.map((record, i) => (i === 4 ? "{broken: 1}" : JSON.stringify(record)));
    const { summary, reading } = await readUsable(`[\n${lines.join(",\n")}\n]`);
    expect(summary).toMatchObject({ read: 30, kept: 29 });
    expect(reading.refused).toEqual([
      { row: 5, line: 6, reason: "brokenRecord", quote: "{broken: 1}" },
    ]);
  });

  it("is refused where it breaks off, with the line", async () => {
    const text = JSON.stringify(RECORDS, null, 1);
    expect(await readProblem(text.slice(0, -40))).toMatchObject({ kind: "brokenJson", line: 176 });
    expect(text.slice(0, -40).split("\n").length).toBeGreaterThan(176);
  });

  it("is refused without two fields, which are named", async () => {
    expect(await readProblem(JSON.stringify(RECORDS.map(({ en }) => ({ en }))))).toEqual({
      kind: "noFields",
      fields: ["en"],
    });
    expect(await readProblem('{"a": 1, "b": {"c": null}}')).toEqual({
      kind: "noFields",
      fields: ["a"],
    });
  });

  it("is not seen in a table that begins with a bracket", async () => {
    const rows = PAIRS.map(([en, ko]) => `[Music] ${en}\t[음악] ${ko}\n`);
    const { sentences, reading } = await readUsable(rows.join(""));
    expect(reading.kind).toBe("table");
    expect(sentences).toHaveLength(30);
  });
});

describe("JSON Lines", () => {
  it("are read, a record a line; a broken line is refused", async () => {
    const lines = RECORDS.map((record) => JSON.stringify(record));
    const { sentences, reading } = await readUsable([...lines, '{"en": "cut'].join("\n"));
    expect(sentences).toEqual(WRITTEN);
    expect(reading.kind).toBe("jsonLines");
    expect(reading.refused).toEqual([
      { row: 31, line: 31, reason: "brokenRecord", quote: '{"en": "cut' },
    ]);
  });

  it("have the fields of all records", async () => {
    const lines = RECORDS.map(({ en, ko }, i) =>
      JSON.stringify(i === 0 ? { note: "first", en, ko } : { ko, en }),
    );
    const { sentences, reading } = await readUsable(lines.join("\n"));
    expect(sentences).toEqual(WRITTEN);
    expect(reading.columns.map(({ name, kind }) => [name, kind])).toEqual([
      ["note", "empty"],
      ["en", "text"],
      ["ko", "text"],
    ]);
  });
});
