import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSpecialToken } from "../text/tokens";
import { readInput, WORDS } from "../../testing/readInput";
import { ENOUGH_PAIRS, type CorpusSummary } from "./report";
import { findTooSmall, fiveNumbers } from "./summarize";

const word = fc.constantFrom("a", "b", "c", "d", "e", "é", "한", "<eos>", "__proto__", "x1", "x2");
const sentence = fc.array(word, { minLength: 1, maxLength: 6 });
const someRows = fc.array(fc.tuple(sentence, sentence), { minLength: 60, maxLength: 120 });

type Rows = readonly (readonly [readonly string[], readonly string[]])[];

/** The summary and the split, which is read from the task. */
async function prepare(rows: Rows, maxVocabulary: number) {
  const text = rows
    .map(([source, target]) => `${source.join(" ")}\t${target.join(" ")}`)
    .join("\n");
  const { report, task } = await readInput(text, { ...WORDS, simplify: false, maxVocabulary });
  if (report.status !== "usable" || !task) return null;
  const heldOut = task.heldOutPairs ?? [];
  const judged = new Set(heldOut.map(({ source }) => source.join(" ")));
  const train = [...new Set(text.split("\n"))]
    .map((line) => line.split("\t").map((side) => side.split(" ")))
    .filter(([source = []]) => !judged.has(source.join(" ")));
  return { summary: report.summary, heldOut, train };
}

describe("coverage", () => {
  it("is the share of held-out tokens among the most frequent training tokens, by an independent count", async () => {
    // 60 rare words exceed the limit of 50.
    const rare = Array.from({ length: 60 }, (_, i) => [[`r${i}`, "a"], [`s${i}`]] as const);
    await fc.assert(
      fc.asyncProperty(someRows, fc.constantFrom(50, 55, 5000), async (rows, limit) => {
        const prepared = await prepare([...rows, ...rare], limit);
        fc.pre(prepared !== null);
        const { summary, heldOut, train } = prepared;
        for (const [side, index] of [
          ["source", 0],
          ["target", 1],
        ] as const) {
          const tokens = train
            .flatMap((pair) => pair[index] ?? [])
            .filter((t) => !isSpecialToken(t));
          const different = [...new Set(tokens)];
          const frequency = (token: string) => tokens.filter((other) => other === token).length;
          const known = different
            .map((token, i) => ({ token, i, count: frequency(token) }))
            .toSorted((a, b) => b.count - a.count || a.i - b.i)
            .slice(0, limit)
            .map(({ token }) => token);
          const judged = heldOut.flatMap((pair) => pair[side]);
          const covered = judged.filter((token) => known.includes(token)).length;
          expect(summary[side].coverage).toBeCloseTo(covered / judged.length, 12);
          expect(summary[side].vocabulary).toBe(known.length);
          expect(summary[side].seenOnce).toBe(
            known.filter((token) => frequency(token) === 1).length,
          );
          expect(summary[side].rare).toBe(different.length - known.length);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("is 1 if all held-out words occur in training", async () => {
    const rows = Array.from({ length: 200 }, (_, i) => [
      i.toString(2).padStart(8, "0").split(""),
      ["yes"],
    ]) as unknown as Rows;
    const summary = (await prepare(rows, 50))?.summary as CorpusSummary;
    expect(summary.source.coverage).toBe(1);
    expect(summary.target.coverage).toBe(1);
  });
});

describe("five numbers", () => {
  it.each([
    [[7], [7, 7, 7, 7, 7]],
    [
      [1, 2],
      [1, 1, 1, 2, 2],
    ],
    [
      [5, 1, 3, 2, 4],
      [1, 2, 3, 4, 5],
    ],
    [
      [1, 1, 1, 10],
      [1, 1, 1, 10, 10],
    ],
  ])("of %j are %j", (values, expected) => {
    expect(Object.values(fiveNumbers(values))).toEqual(expected);
  });

  it("are sorted values, and at least half of the values lie between the quartiles", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1 }), (values) => {
        const numbers = fiveNumbers(values);
        const ordered = Object.values<number>({ ...numbers });
        expect(ordered).toEqual(ordered.toSorted((a, b) => a - b));
        const inside = values.filter(
          (value) => value >= numbers.lowerQuartile && value <= numbers.upperQuartile,
        );
        expect(inside.length).toBeGreaterThanOrEqual(values.length / 2);
        expect(ordered.every((number) => values.includes(number))).toBe(true);
      }),
    );
  });

  it("throw without values", () => {
    expect(() => fiveNumbers([])).toThrow("got none");
  });
});

describe("too small to learn from", () => {
  it.each([
    [ENOUGH_PAIRS, 50, 50, []],
    [ENOUGH_PAIRS - 1, 0, 0, ["fewPairs"]],
    [1000, 51, 0, ["seenOnce"]],
    [1000, 0, 51, ["seenOnce"]],
    [18, 100, 100, ["fewPairs", "seenOnce"]],
  ])("%i pairs with %i and %i of 100 words seen once: %j", (train, source, target, expected) => {
    const sides = [source, target].map((seenOnce) => ({ vocabulary: 100, seenOnce }));
    expect(findTooSmall(train, sides)).toEqual(expected);
  });
});
