import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Config, DEFAULT_CONFIG, FIELDS } from "../setup/config";
import { settle } from "../setup/conflicts";
import { type ProposedName, proposedChanges, proposedSettings } from "./proposal";
import { type CorpusSummary, noneDropped, type SideSummary } from "./report";
import { parseField } from "../setup/field";

const FIVE = { least: 1, lowerQuartile: 2, upperQuartile: 5 };

interface SideFacts {
  readonly vocabulary?: number;
  readonly once?: number;
  readonly median?: number;
}

function sideOf({ vocabulary = 300, once = 30, median = 4 }: SideFacts): SideSummary {
  const lengths = { ...FIVE, median, most: median + 4 };
  return { vocabulary, seenOnce: once, rare: 0, coverage: 0.95, lengths };
}

/** A summary of pairs, with few rare tokens unless the test changes it. */
function summaryOf(train: number, source: SideFacts = {}, target = source): CorpusSummary {
  return {
    read: train + 100,
    kept: train + 100,
    dropped: noneDropped(),
    train,
    heldOut: 100,
    unknownShare: 0,
    source: sideOf(source),
    target: sideOf(target),
    tooSmall: [],
    preview: [],
  };
}

function proposed(summary: CorpusSummary, name: ProposedName) {
  const found = proposedSettings(summary).settings.find((setting) => setting.name === name);
  return found && [found.value, found.reason];
}

describe("settings proposed for a user's own pairs", () => {
  it.each([
    [2499, 4, [64, "littleToLearn"]],
    [2500, 4, [128, "muchToLearn"]],
    [1000, 9, [64, "littleToLearn"]],
    [1000, 10, [128, "muchToLearn"]],
  ] as const)(
    "size the network by the number of target tokens: %i targets of %i tokens",
    (train, median, hiddenSize) => {
      expect(proposed(summaryOf(train, { median }), "hiddenSize")).toEqual(hiddenSize);
    },
  );

  it("use the page's default learning rate", () => {
    const rate = proposed(summaryOf(4000), "learningRate");
    expect(rate).toEqual([DEFAULT_CONFIG.learningRate, "usualRate"]);
  });

  it.each([
    [20, 63, [16, "fewTokens"]],
    [64, 20, [32, "manyTokens"]],
    [511, 400, [32, "manyTokens"]],
    [400, 512, [64, "manyTokens"]],
  ] as const)(
    "size the embedding by the larger vocabulary of %i and %i",
    (source, target, wanted) => {
      const summary = summaryOf(1000, { vocabulary: source }, { vocabulary: target });
      expect(proposed(summary, "embeddingSize")).toEqual(wanted);
    },
  );

  it("make the encoder bidirectional unless sources are very short", () => {
    expect(proposed(summaryOf(1000, { median: 2 }), "direction")).toBeUndefined();
    expect(proposed(summaryOf(1000, { median: 3 }), "direction")).toEqual([
      "bidirectional",
      "looksAhead",
    ]);
  });

  it.each([
    ["rare on one side", summaryOf(50_000, {}, { once: 100 }), [0.4, "seenOnce"]],
    ["nearly rare", summaryOf(19_999, {}, { once: 99 }), [0.2, "fewPairs"]],
    ["many", summaryOf(20_000, {}, { once: 99 }), [0.1, "manyPairs"]],
  ] as const)(
    "set dropout by the number of pairs and the share of rare tokens: %s",
    (_, summary, wanted) => {
      expect(proposed(summary, "dropout")).toEqual(wanted);
    },
  );

  it.each([
    [18, 16, "moreUpdates", [500, "passes"]],
    [499, 16, "moreUpdates", [1600, "passes"]],
    [500, 32, "moreUpdates", [800, "passes"]],
    [1999, 32, "moreUpdates", [3150, "passes"]],
    [2000, 64, "steadyUpdates", [1600, "passes"]],
    [6300, 64, "steadyUpdates", [4950, "passes"]],
    [6400, 64, "steadyUpdates", [5000, "longEnough"]],
    [50_000, 64, "steadyUpdates", [5000, "longEnough"]],
  ] as const)("train on %i pairs in batches of %i", (train, size, reason, maxSteps) => {
    const summary = summaryOf(train);
    expect(proposed(summary, "batchSize")).toEqual([size, reason]);
    expect(proposed(summary, "maxSteps")).toEqual(maxSteps);
    const { passes } = proposedSettings(summary).facts;
    expect(passes).toBe(Math.round((maxSteps[0] * size) / train));
  });

  it("have facts with the numbers of their reasons", () => {
    const source = { vocabulary: 1152, once: 363, median: 3 };
    const target = { vocabulary: 2498, once: 1392, median: 4 };
    expect(proposedSettings(summaryOf(4456, source, target)).facts).toMatchObject({
      train: 4456,
      tokens: 17_824,
      vocabulary: 2498,
      once: 1392,
      onceOf: 2498,
      longest: 7,
    });
  });

  it("are values that their controls can show, one for each setting", () => {
    const side = fc.record({
      vocabulary: fc.integer({ min: 0, max: 5000 }), // 0: all words are spelled like special tokens
      once: fc.nat(5000),
      median: fc.integer({ min: 1, max: 30 }),
    });
    fc.assert(
      fc.property(fc.integer({ min: 18, max: 50_000 }), side, side, (train, source, target) => {
        const { settings } = proposedSettings(summaryOf(train, source, target));
        for (const { name, value } of settings)
          expect(parseField(FIELDS[name], String(value))).toBe(value);
        expect(new Set(settings.map(({ name }) => name)).size).toBe(settings.length);
      }),
    );
  });
});

describe("the changes of a proposal", () => {
  const PROPOSAL = proposedSettings(summaryOf(4000, { vocabulary: 900, once: 400 }));
  const namesFor = (change: Partial<Config>) =>
    proposedChanges({ ...DEFAULT_CONFIG, ...change }, PROPOSAL).map(({ name }) => name);

  it("are the differences from the current settings, and none after they are applied", () => {
    expect(namesFor({ hiddenSize: 128 })).not.toContain("hiddenSize");
    const changes = proposedChanges(DEFAULT_CONFIG, PROPOSAL);
    expect(changes.map(({ name }) => name)).toEqual([
      "hiddenSize",
      "embeddingSize",
      "direction",
      "dropout",
      "maxSteps",
    ]);
    const change = Object.fromEntries(changes.map(({ name, value }) => [name, value]));
    expect(namesFor(change)).toEqual([]);
  });

  it("leave out settings without effect", () => {
    const names = namesFor({ tokenInput: "onehot" });
    expect(names).not.toContain("embeddingSize");
    expect(names).not.toContain("dropout");
  });

  it.each(["dot", "diagonal"] as const)(
    "leave the direction alone for %s attention, which needs it",
    (attention) => {
      expect(namesFor({ attention })).not.toContain("direction");
      const config = { ...DEFAULT_CONFIG, attention };
      const changes = proposedChanges(config, PROPOSAL);
      const after: Config = {
        ...config,
        ...Object.fromEntries(changes.map(({ name, value }) => [name, value])),
      };
      expect(settle(after)).toBe(after);
    },
  );
});
