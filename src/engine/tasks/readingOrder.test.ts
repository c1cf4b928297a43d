import { describe, expect, it } from "vitest";
import { asRead, inReadingOrder } from "./readingOrder";

const pair = {
  source: ["a", "b", "c"],
  target: ["x", "y", "z"],
  gold: [[0], [], [1, 2]],
};

describe("the order of reading", () => {
  it("leaves a source that is read forward as it is", () => {
    expect(asRead("forward", pair)).toBe(pair);
    expect(inReadingOrder("forward", pair.source)).toBe(pair.source);
  });

  it("turns the source round, and the gold links with it: each still names the same token", () => {
    const read = asRead("reversed", pair);
    expect(read.source).toEqual(["c", "b", "a"]);
    expect(read.target).toBe(pair.target);
    const named = (links: typeof pair.gold | null, source: readonly string[]) =>
      links?.map((positions) => positions.map((s) => source[s]).toSorted());
    expect(named(read.gold as number[][], read.source)).toEqual(named(pair.gold, pair.source));
  });

  it("has no links where nobody knows them", () => {
    expect(asRead("reversed", { ...pair, gold: null }).gold).toBeNull();
  });
});
