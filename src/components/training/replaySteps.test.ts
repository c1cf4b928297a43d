import { describe, expect, it } from "vitest";
import { nearestIndex, pastSteps } from "./replaySteps";

describe("the positions of the replay slider", () => {
  it("are all snapshots except the present one", () => {
    expect(pastSteps([0, 50, 100], 100)).toEqual([0, 50]);
    expect(pastSteps([0, 50, 100], 120)).toEqual([0, 50, 100]);
    expect(pastSteps([], 0)).toEqual([]);
  });

  it("move to the nearest snapshot when the chosen one is gone", () => {
    expect(nearestIndex([0, 100, 200], 100)).toBe(1);
    expect(nearestIndex([0, 200], 50)).toBe(0);
    expect(nearestIndex([0, 200], 150)).toBe(1);
  });
});
