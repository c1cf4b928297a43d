/**
 * Damaged files of every kind: the reader never fails, and a set is whole or refused. MUTATED_FILES sets the number of
 * runs; the measured run has 10,000.
 */
import fc from "fast-check";
import { gzipSync, strToU8, zipSync } from "fflate";
import iconv from "iconv-lite";
import { expect, test } from "vitest";
import writeXlsxFile from "write-excel-file/node";
import { readInput } from "../../testing/readInput";
import {
  ENGLISH_FRENCH,
  ENGLISH_JAPANESE,
  ENGLISH_KOREAN,
  linesOf,
} from "../../testing/smallPairs";
import type { PreparedCorpus } from "./readCorpus";
import { CORPUS_LIMITS, type CorpusOptions } from "./report";

const RUNS = Number(process.env["MUTATED_FILES"] ?? 150);

const records = ENGLISH_KOREAN.map(([en, ko], i) => ({ id: i, en, ko }));
const workbook = await writeXlsxFile(
  ENGLISH_KOREAN.map((pair) => pair.map((value) => ({ value }))),
).toBuffer();
const commas = linesOf(
  ENGLISH_FRENCH.map((pair) => pair.map((cell) => `"${cell.replace(" ", '""\n')}"`)),
  ",",
  "\r\n",
);

const FILES: readonly Uint8Array[] = [
  strToU8(linesOf(ENGLISH_FRENCH, "\t")),
  strToU8(commas),
  strToU8(linesOf(ENGLISH_KOREAN, ";")),
  strToU8(linesOf(ENGLISH_KOREAN, " ||| ")),
  strToU8(`#separator:tab\n#html:true\n${linesOf(ENGLISH_FRENCH, "<br>\t[sound:a.mp3]")}`),
  strToU8(ENGLISH_FRENCH.map((_, i) => `word${i} W ER1 D # x`).join("\n")),
  strToU8(JSON.stringify(records)),
  strToU8(records.map((record) => JSON.stringify(record)).join("\n")),
  strToU8(JSON.stringify(Object.fromEntries(ENGLISH_KOREAN))),
  iconv.encode(linesOf(ENGLISH_KOREAN, "\t"), "euc-kr"),
  iconv.encode(linesOf(ENGLISH_JAPANESE, "\t"), "shift_jis"),
  iconv.encode(linesOf(ENGLISH_FRENCH, "\t"), "win1252"),
  iconv.encode(linesOf(ENGLISH_KOREAN, "\t"), "utf-16le", { addBOM: true }),
  gzipSync(strToU8(linesOf(ENGLISH_KOREAN, "\t"))),
  zipSync({ "a.en": strToU8("a\n".repeat(30)), "a.ko": strToU8("b\n".repeat(30)) }),
  zipSync({ "fra.txt": strToU8(linesOf(ENGLISH_FRENCH, "\t")) }),
  workbook,
];

/** A change of bytes; `at` and `length` are shares of the file. */
type Mutation = (bytes: Uint8Array) => Uint8Array;

const share = fc.double({ min: 0, max: 1, noNaN: true });
const joined = (...parts: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(parts));
const place = (bytes: Uint8Array, at: number) => Math.floor(at * bytes.length);

const insertion = (content: fc.Arbitrary<Uint8Array>): fc.Arbitrary<Mutation> =>
  fc.tuple(share, content).map(([at, inserted]) => (bytes: Uint8Array) => {
    const i = place(bytes, at);
    return joined(bytes.subarray(0, i), inserted, bytes.subarray(i));
  });

const replacement = (from: string, to: string): Mutation => {
  return (bytes) =>
    new Uint8Array(
      Buffer.from(Buffer.from(bytes).toString("latin1").replaceAll(from, to), "latin1"),
    );
};

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  share.map((end) => (bytes: Uint8Array) => bytes.subarray(0, place(bytes, end))), // cut
  share.map((start) => (bytes: Uint8Array) => bytes.subarray(place(bytes, start))),
  fc.constant<Mutation>((bytes) => joined(bytes, bytes)), // doubled
  fc.tuple(share, share).map(([a, b]) => (bytes: Uint8Array) => {
    const [from, to] = [place(bytes, Math.min(a, b)), place(bytes, Math.max(a, b))];
    return joined(bytes.subarray(0, to), bytes.subarray(from)); // a part doubled
  }),
  fc
    .tuple(
      fc.constantFrom("utf8", "euc-kr", "shift_jis", "win1252", "utf-16le", "utf-16be", "latin1"),
      fc.constantFrom("utf8", "win1252", "euc-kr", "utf-16le"),
    )
    .map(
      ([to, from]) =>
        (bytes: Uint8Array) =>
          new Uint8Array(iconv.encode(iconv.decode(Buffer.from(bytes), from), to)),
    ), // encoded anew
  fc
    .tuple(
      fc.constantFrom("\t", ",", ";", " ||| ", "\n", "{", '"', "\r\n"),
      fc.constantFrom("\t", ",", ";", "|", '"', "", "\r", "\n\n", "[", " "),
    )
    .map(([from, to]) => replacement(from, to)), // delimiters swapped
  insertion(fc.nat(40).map((count) => new Uint8Array(count + 1))), // NULs
  insertion(fc.uint8Array({ minLength: 1, maxLength: 30 })),
  insertion(
    fc
      .constantFrom(
        '"',
        '""',
        ',"',
        '"\n',
        "\r",
        "\ufeff",
        "<b>",
        "\\",
        "{[",
        "#html:true\n",
        "\u2028",
        "😀",
      )
      .map((text) => strToU8(text)),
  ),
);

/** A line of more than a megabyte: rare, because it takes long. */
const longLine = insertion(
  fc
    .constantFrom("x", '"', ",", "\t", "{", "é")
    .map((text) => strToU8(text.repeat(CORPUS_LIMITS.lineLength + 10))),
);

const options: fc.Arbitrary<Partial<CorpusOptions>> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  fc.record(
    {
      encoding: fc.constantFrom("auto", "utf-8", "utf-16le", "euc-kr", "shift_jis", "windows-1252"),
      delimiter: fc.constantFrom("auto", "\t", ",", "|", "space"),
      header: fc.constantFrom<("auto" | boolean)[]>("auto", true, false),
      columns: fc.constantFrom<CorpusOptions["columns"][]>(
        "auto",
        { source: 0, target: 7 },
        { source: 1, target: 1 },
      ),
      units: fc.constantFrom<CorpusOptions["units"][]>(
        "auto",
        { source: "jamo", target: "segmented" },
        { source: "separated", target: "characters" },
      ),
      fold: fc.boolean(),
      prefixes: fc.boolean(),
      swap: fc.boolean(),
    },
    { requiredKeys: [] },
  ),
);

/** A set is whole: all rows are counted once, both splits have pairs, and every pair has both sides within its limits. */
function checkWhole({ report, task, write }: PreparedCorpus): void {
  expect(task === null).toBe(report.status === "unusable");
  expect(write() === "").toBe(report.status === "unusable");
  if (report.status === "unusable") return;
  const { summary, reading } = report;
  const dropped = Object.values(summary.dropped).reduce((sum, count) => sum + count, 0);
  expect(summary.kept + dropped).toBe(summary.read);
  expect(summary.train + summary.heldOut).toBe(summary.kept);
  expect(Math.min(summary.train, summary.heldOut)).toBeGreaterThan(0);
  expect(write().split("\n")).toHaveLength(summary.kept + 1);
  for (const { source, target } of task?.heldOutPairs ?? []) {
    expect(Math.min(source.length, target.length)).toBeGreaterThan(0);
    expect(source.length).toBeLessThanOrEqual(reading.limits.source);
    expect(target.length).toBeLessThanOrEqual(reading.limits.target);
  }
}

test("damaged files give a whole set or a reason, never an error or half a set", async () => {
  const mutations = fc.array(mutation, { minLength: 1, maxLength: 4 });
  const rare = fc.oneof(
    { weight: 40, arbitrary: mutations },
    { weight: 1, arbitrary: fc.tuple(longLine, mutation) },
  );
  const outcomes = { usable: 0, unusable: 0 };
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...FILES),
      rare,
      options,
      fc.boolean(),
      async (file, changes, given, isTwo) => {
        const damaged = changes.reduce((bytes, change) => change(bytes), file);
        const blob = new Blob([Uint8Array.from(damaged)]);
        const files = isTwo ? [blob, new Blob([Uint8Array.from(file)])] : [blob];
        const prepared = await readInput(files, given);
        outcomes[prepared.report.status]++;
        checkWhole(prepared);
      },
    ),
    { numRuns: RUNS },
  );
  expect(Math.min(outcomes.usable, outcomes.unusable)).toBeGreaterThan(RUNS / 20); // both are tested
}, 3_600_000);
