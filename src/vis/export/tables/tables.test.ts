/** Tables as another library reads them back. */
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { encoderStates, matrixRow } from "../../../engine/results/vectors";
import { EVALUATIONS, REPORT, TRACES } from "../../testing/figures";
import { makeTrace } from "../../testing/traces";
import { toCsv, type Table } from "./csv";
import { curvesTable, examplesTable, lengthsTable, positionsTable } from "./runTables";
import { statesTable, weightsTable } from "./traceTables";

/** Strictly as RFC 4180 has it: rows of equal length, only CRLF. */
function readBack(table: Table): string[][] {
  const csv = toCsv(table);
  expect(csv.startsWith("\ufeff")).toBe(true);
  expect(csv.endsWith("\r\n")).toBe(true);
  const options = { bom: true, record_delimiter: "\r\n" };
  return parse(csv, options);
}

const f32 = (text: string | undefined): number => Math.fround(Number(text));

/** Of a row of states, without what names it. */
const numbers = (row: string[] | undefined): number[] =>
  (row ?? [])
    .slice(4)
    .filter((text) => text !== "")
    .map(f32);

describe.each(Object.entries(TRACES))("of the %s decode", (_, trace) => {
  test("weights are read back as the trace has them", () => {
    const [head, ...rows] = readBack(weightsTable(trace));
    expect(head).toEqual([
      "step",
      "output",
      ...trace.source.map(({ text }, s) => `${s + 1} ${text}`),
    ]);
    const attended = trace.steps.filter(({ attention }) => attention);
    expect(rows).toHaveLength(attended.length);
    attended.forEach(({ attention }, t) => {
      const weights = Array.from(attention?.weights ?? []);
      expect(rows[t]?.slice(2).map(f32)).toEqual(weights);
    });
  });

  test("states are read back as the trace has them", () => {
    const [, ...rows] = readBack(statesTable(trace));
    const of = (name: string, layer: number, place: number) =>
      rows.find((row) => row[0] === name && row[1] === String(layer) && row[2] === String(place));
    const { layers } = trace.shape;
    for (const s of trace.source.keys())
      expect(numbers(of("encoder_state", layers, s + 1))).toEqual(
        Array.from(matrixRow(encoderStates(trace, layers - 1), s)),
      );
    trace.steps.forEach((step, t) =>
      step.layers.forEach(({ after }, l) =>
        expect(numbers(of("decoder_state", l + 1, t + 1))).toEqual(Array.from(after.h)),
      ),
    );
    const names = new Set(rows.map(([name]) => name));
    expect(names.has("memory_cell")).toBe(trace.shape.cell === "lstm");
    expect(names.has("combined_state")).toBe(trace.shape.timing === "luong");
    expect(names.has("context")).toBe(trace.shape.attention !== "none");
  });
});

test("curves have a row for each update with a loss or an evaluation", () => {
  const losses = [{ step: 100, loss: 1.25 }, { step: 101, loss: Number.NaN }]; // prettier-ignore
  const rows = readBack(curvesTable(losses, EVALUATIONS));
  expect(rows[0]?.slice(0, 4)).toEqual(["update", "loss", "exact_match", "token_accuracy"]);
  expect(rows.slice(1).map(([update, loss, match]) => [update, loss, match])).toEqual([
    ["0", "", "0"],
    ["100", "1.25", "0.4"],
    ["101", "", ""],
    ["200", "", "0.8"],
  ]);
});

test("the tables of an evaluation have its counts", () => {
  expect(readBack(lengthsTable(REPORT))[1]).toEqual(["3", "40", "27", "0.675", "1"]);
  expect(readBack(positionsTable(REPORT))[2]).toEqual(["2", "40", "34", "39", "2"]);
});

test("a text that looks like a formula has an apostrophe in front; quotes, commas and Korean stay", () => {
  const [, first, second] = readBack(examplesTable(REPORT));
  expect(first?.slice(1, 4)).toEqual(["'=1+1 b", 'say "b"', "b,a"]);
  expect(second?.[1]).toBe("나 다");
  expect(Number(second?.[8])).toBe(1e-7);
});

test.each([
  ["=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"],
  ["+1", "'+1"],
  ["-2", "'-2"],
  ["@SUM(1)", "'@SUM(1)"],
  ["\tx", "'\tx"],
  ["＝1", "'＝1"],
  ["-", "-"], // the separator of a date is no formula
  ["a=b", "a=b"],
  ["line\nbreak", "line\nbreak"],
  [" blank ", " blank "],
  ["'quoted'", "'quoted'"],
])("the text %j is read back as %j", (text, expected) => {
  expect(readBack({ columns: ["text"], rows: [[text]] })[1]).toEqual([expected]);
});

test("a negative number stays a number", () => {
  expect(toCsv({ columns: ["a"], rows: [[-0.5]] })).toBe("\ufeffa\r\n-0.5\r\n");
});

test("the header of a column is guarded, too", () => {
  const source = ["=1", "b"];
  expect(readBack(weightsTable(makeTrace({ source })))[0]?.[2]).toBe("1 =1"); // a number leads
});
