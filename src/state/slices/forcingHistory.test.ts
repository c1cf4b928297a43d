import { describe, expect, it } from "vitest";
import { DEFAULT_CONFIG } from "../../engine/setup/config";
import { changeForcing, startForcing, truthAt } from "./forcingHistory";

const half = { ...DEFAULT_CONFIG, forcing: 0.5 };

describe("the history of P(feed truth)", () => {
  it("keeps the values before a change and takes the new ones from it on", () => {
    const history = changeForcing(startForcing(DEFAULT_CONFIG), 300, half);
    expect([0, 299, 300, 500].map((update) => truthAt(history, update))).toEqual([1, 1, 0.5, 0.5]);
  });

  it("ignores a change of other settings, and the latest change at an update counts", () => {
    const start = startForcing(DEFAULT_CONFIG);
    expect(changeForcing(start, 10, { ...DEFAULT_CONFIG })).toBe(start);
    const back = changeForcing(changeForcing(start, 10, half), 10, { ...half, forcing: 0.2 });
    expect(back.map(({ from }) => from)).toEqual([0, 10]);
    expect(truthAt(back, 10)).toBe(0.2);
  });

  it("follows a schedule", () => {
    const linear = { ...DEFAULT_CONFIG, schedule: "linear", halfLife: 100 } as const;
    expect(truthAt(startForcing(linear), 100)).toBe(0.5);
    expect(truthAt([], 5)).toBeNull();
  });
});
