/** A link holds the pair and what differs in lane B, and the page reads both back. */
import { describe, expect, it } from "vitest";
import { type Config, DEFAULT_CONFIG, FIELDS } from "../../engine/setup/config";
import { expectOfEvery } from "../../testing/expectOfEvery";
import { PAIR_IDS, pairSettings } from "./comparison";
import { hasComparison } from "./comparisonKeys";
import { readComparison, writeComparison } from "./linkedComparison";

const SIZES = { sourceTokens: 30, targetTokens: 30 };

const read = (query: string, a: Config = DEFAULT_CONFIG) =>
  readComparison(new URLSearchParams(query), a);

describe("a comparison in a link", () => {
  it("is read back in every pair", () => {
    const pairs = PAIR_IDS.map((pair) => [pair, pair] as const);
    expectOfEvery(pairs, (pair) => {
      const settings = pairSettings(pair, DEFAULT_CONFIG, SIZES);
      const query = new URLSearchParams();
      writeComparison(query, pair, settings);
      expect(hasComparison(query)).toBe(true);
      expect(readComparison(query, settings.a)).toEqual({ pair, b: settings.b, refused: [] });
    });
  });

  it("is read back with settings of no pair", () => {
    const b: Config = { ...DEFAULT_CONFIG, hiddenSize: 32, learningRate: 0.001 };
    const query = new URLSearchParams();
    writeComparison(query, null, { a: DEFAULT_CONFIG, b });
    expect(query.toString()).toBe("b.hidden=32&b.rate=0.001");
    expect(hasComparison(query)).toBe(true);
    expect(readComparison(query, DEFAULT_CONFIG)).toEqual({ pair: null, b, refused: [] });
  });

  it("is read back where nothing differs", () => {
    const query = new URLSearchParams();
    writeComparison(query, null, { a: DEFAULT_CONFIG, b: DEFAULT_CONFIG });
    expect(hasComparison(query)).toBe(true);
    expect(readComparison(query, DEFAULT_CONFIG)).toMatchObject({ pair: null, b: DEFAULT_CONFIG });
  });

  it("compares with and without attention where the link names no pair", () => {
    expect(read("mode=compare")).toMatchObject({
      pair: "withWithout",
      b: { ...DEFAULT_CONFIG, attention: "none" },
    });
    const without: Config = { ...DEFAULT_CONFIG, attention: "none" };
    expect(read("mode=compare", without).b).toEqual(DEFAULT_CONFIG);
  });

  it("has no pair where the settings of the link do not fit it", () => {
    const luong: Config = { ...DEFAULT_CONFIG, timing: "luong" };
    expect(read("pair=timings", luong)).toMatchObject({ pair: null, b: luong });
    expect(read("pair=timings&b.hidden=32").pair).toBeNull();
  });

  it("names what it cannot take over", () => {
    expect(read("b.hidden=9999&b.cell=lamp&b.task=dates")).toMatchObject({
      b: { ...DEFAULT_CONFIG, hiddenSize: FIELDS.hiddenSize.max },
      refused: ["b.task=dates", "b.cell=lamp", "b.hidden=9999"],
    });
  });

  it("is in no link of one model", () => {
    expect(hasComparison(new URLSearchParams("mode=lab&batch=32&task=dates"))).toBe(false);
  });
});
