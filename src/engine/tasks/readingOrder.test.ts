import { describe, expect, it } from "vitest";
import type { GoldLinks } from "./task";
import { asRead, inReadingOrder } from "./readingOrder";

const pair = {
  source: ["a", "b", "c"],
  target: ["x", "y", "z"],
  gold: [[0], [], [1, 2]],
};

/** The tokens that each target token is linked to. */
const named = (links: GoldLinks | null, source: readonly string[]) =>
  links?.map((positions) => new Set(positions.map((s) => source[s])));

describe("the order of reading", () => {
  it("keeps a source that is read forward", () => {
    expect(asRead("forward", pair)).toBe(pair);
    expect(inReadingOrder("forward", pair.source)).toBe(pair.source);
  });

  it("reverses the source, and moves the gold links with their tokens", () => {
    const read = asRead("reversed", pair);
    expect(read.source).toEqual(["c", "b", "a"]);
    expect(read.target).toBe(pair.target);
    expect(named(read.gold, read.source)).toEqual(named(pair.gold, pair.source));
  });

  it("has no links where the gold is unknown", () => {
    expect(asRead("reversed", { ...pair, gold: null }).gold).toBeNull();
  });
});
