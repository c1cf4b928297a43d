/** Reading in chunks: each is a small share of a large file, so that the worker answers between them. */
import { gzipSync, strToU8 } from "fflate";
import { describe, expect, it } from "vitest";
import { inputOf, type Given } from "../../testing/readInput";
import { readCorpus } from "./readCorpus";
import { DEFAULT_CORPUS_OPTIONS } from "./report";
import { CHUNK } from "./table/rows";

const LINES = Array.from({ length: 40_000 }, (_, i) => [
  `I see number ${i} in it.`,
  `나는 ${i}번을 보아요.`,
]);
const TSV = LINES.map((pair) => pair.join("\t")).join("\n");

/** What was reported between two yields: the UTF-16 units, or packed bytes, that a chunk of work took on. */
async function strides(
  given: Given,
): Promise<{ readonly longest: number; readonly total: number }> {
  let done = 0;
  let total = 0;
  let longest = 0;
  const chunks = readCorpus(inputOf(given), DEFAULT_CORPUS_OPTIONS, (now, all) => {
    if (all !== total) done = 0; // reading follows unpacking
    longest = Math.max(longest, now - done);
    done = now;
    total = all;
  });
  for (let chunk = await chunks.next(); !chunk.done; chunk = await chunks.next());
  return { longest, total };
}

describe("a large file", () => {
  it.each<[string, Given]>([
    ["a table", TSV],
    [
      "one with quotes",
      LINES.map((pair) => pair.map((cell) => `"${cell}\n"`).join(",")).join("\r\n"),
    ],
    [
      "one whose quotes are broken",
      LINES.map((pair, i) => `${i % 3 ? "" : '"'}${pair.join(",")}`).join("\n"),
    ],
    ["JSON", JSON.stringify(LINES)],
    ["JSON Lines", LINES.map(([en, ko]) => JSON.stringify({ en, ko })).join("\n")],
    ["two files", [0, 1].map((side) => new Blob([LINES.map((pair) => pair[side]).join("\n")]))],
    ["a packed file", gzipSync(strToU8(TSV))],
  ])("is read in small chunks: %s", async (_, given) => {
    const { longest, total } = await strides(given);
    expect(total).toBeGreaterThan(1_000_000);
    expect(longest).toBeLessThan(3 * CHUNK);
  });
});
