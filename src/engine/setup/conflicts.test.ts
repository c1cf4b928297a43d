import { describe, expect, it } from "vitest";
import { type Config, DEFAULT_CONFIG, FIELDS } from "./config";
import { idleness, obstacleTo, settle } from "./conflicts";

function setUp(change: Partial<Config>): Config {
  return { ...DEFAULT_CONFIG, ...change };
}

const SCORES = FIELDS.attention.options;
const NEED_EQUAL_SIZES = ["dot", "diagonal"];

describe("combinations that are impossible", () => {
  it.each(SCORES)("attention %s beside a bidirectional encoder", (attention) => {
    const obstacle = NEED_EQUAL_SIZES.includes(attention);
    const both = setUp({ direction: "bidirectional", attention: "general" });
    expect(obstacleTo(both, "attention", attention)).toBe(obstacle ? "keysTooWide" : null);
    const one = setUp({ attention });
    expect(obstacleTo(one, "direction", "bidirectional")).toBe(obstacle ? "needsEqualSizes" : null);
    expect(obstacleTo(one, "direction", "unidirectional")).toBeNull();
    expect(obstacleTo(one, "attention", attention)).toBeNull();
  });

  it.each(SCORES)("are settled with the general score, attention %s", (attention) => {
    const wanted = setUp({ direction: "bidirectional", attention });
    const settled = settle(wanted);
    const isPossible = !NEED_EQUAL_SIZES.includes(attention);
    expect(settled).toEqual(isPossible ? wanted : { ...wanted, attention: "general" });
    expect(settle(settled)).toBe(settled);
  });
});

describe("settings without effect", () => {
  it.each([
    ["timing", { attention: "none" }, "noAttention"],
    ["timing", {}, null],
    ["inputFeeding", { attention: "none", timing: "luong" }, "noAttention"],
    ["inputFeeding", { timing: "bahdanau" }, "bahdanauTiming"],
    ["inputFeeding", { timing: "luong" }, null],
    ["embeddingSize", { tokenInput: "onehot" }, "onehot"],
    ["embeddingSize", {}, null],
    ["dropout", { tokenInput: "onehot" }, "nothingToDrop"],
    ["dropout", { tokenInput: "onehot", layers: 2 }, null],
    ["dropout", {}, null],
    ["halfLife", {}, "constant"],
    ["halfLife", { schedule: "linear" }, null],
    ["forcingFloor", {}, "constant"],
    ["forcingFloor", { schedule: "exponential" }, null],
    ["coin", {}, "alwaysTruth"],
    ["coin", { forcing: 0.5 }, null],
    ["coin", { schedule: "inverseSigmoid" }, null],
    ["coin", { schedule: "linear", forcingFloor: 1 }, "alwaysTruth"],
    ["coin", { forcing: 0 }, "alwaysModel"],
    ["coin", { forcing: 0, schedule: "linear" }, "alwaysModel"],
    ["halfLife", { schedule: "linear", forcing: 0.3, forcingFloor: 0.3 }, "floorHolds"],
    ["halfLife", { schedule: "linear", forcing: 0 }, "alwaysModel"],
    ["forcingFloor", { schedule: "linear", forcing: 0.3, forcingFloor: 0.7 }, null],
    ["forcingFloor", { schedule: "linear", forcing: 0 }, "alwaysModel"],
    ["seed", { attention: "none" }, null],
  ] as const)("%s beside %o: %s", (name, change, reason) => {
    expect(idleness(setUp(change), name)).toBe(reason);
  });
});
