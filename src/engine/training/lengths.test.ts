import { describe, expect, it } from "vitest";
import { TASK_FAMILIES } from "../tasks/byId";
import { longerExamples, scoreLengths } from "./lengths";

describe("exact match by length", () => {
  const outcomes = [4, 2, 4, 4, 10].map((length, i) => ({ length, isExact: i % 2 === 0 }));

  it("counts every outcome once, shortest first", () => {
    expect(scoreLengths(outcomes, true)).toEqual([
      { length: 2, examples: 1, matches: 0, isSeen: true },
      { length: 4, examples: 3, matches: 2, isSeen: true },
      { length: 10, examples: 1, matches: 1, isSeen: true },
    ]);
    expect(scoreLengths([], true)).toEqual([]);
  });
});

describe.each(Object.values(TASK_FAMILIES))("longer examples of $id", (family) => {
  const { initial, bounds } = family;
  const trained = family.create(initial);
  const longer = longerExamples(family, initial);

  it("are longer than any training source, 64 for each length, and the same every time", () => {
    for (const { source } of longer) expect(source.length).toBeGreaterThan(trained.maxSourceLength);
    expect(longer.length).toBeLessThanOrEqual(64 * (bounds.lengths.max - initial.longest));
    expect(longer.length > 0).toBe(bounds.lengths.max > initial.longest);
    expect(longerExamples(family, initial)).toEqual(longer);
  });

  it("consist of tokens that the model knows", () => {
    for (const { source, target } of longer) {
      expect(source.filter((token) => !trained.sourceVocabulary.has(token))).toEqual([]);
      expect(target.filter((token) => !trained.targetVocabulary.has(token))).toEqual([]);
    }
  });
});
