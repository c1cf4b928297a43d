import { describe, expect, it } from "vitest";
import { type AloneWish, INITIAL_WISH, readWish, writeWish } from "./alone";

const GENERATOR: AloneWish = {
  config: {
    ...INITIAL_WISH.config,
    alone: "generator",
    names: "native",
    learningRate: 0.003,
    cell: "lstm",
  },
  text: "",
  label: "ko",
  beginning: "김",
  choosing: "greedy",
  temperature: 1.2,
  drawSeed: 5,
};

describe("the link of the networks alone", () => {
  it("names the kind and what differs from its default, and is read back", () => {
    expect(writeWish(INITIAL_WISH)).toBe("classifier");
    expect(readWish(writeWish(GENERATOR))).toEqual(GENERATOR);
    expect(readWish(writeWish({ ...INITIAL_WISH, text: "o'hara" })).text).toBe("o'hara");
  });

  it("takes defaults for what it does not understand", () => {
    expect(readWish("")).toEqual(INITIAL_WISH);
    expect(readWish("classifier*names_klingon*heat_99*draw_x*hidden_")).toEqual(INITIAL_WISH);
  });

  it("says that names are the student's own", () => {
    const own = { ...INITIAL_WISH, config: { ...INITIAL_WISH.config, names: "own" as const } };
    expect(readWish(writeWish(own))).toEqual(own);
  });
});
