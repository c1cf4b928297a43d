import { describe, expect, it } from "vitest";
import type { ForcingSettings } from "../../engine/setup/truthProbability";
import { layoutSchedule } from "./scheduleCurve";

const BOX = { width: 200, height: 100 };
const linear: ForcingSettings = { forcing: 1, schedule: "linear", halfLife: 250, forcingFloor: 0 };

/** The points of a path of straight segments. */
function points(path: string): number[][] {
  return path
    .slice(1)
    .split("L")
    .map((point) => point.split(",").map(Number));
}

describe("curve of a schedule", () => {
  it("falls from P on the left to the last probability on the right", () => {
    const curve = points(layoutSchedule(linear, 1000, BOX).path);
    expect(curve[0]).toEqual([0, 0]); // P = 1: top
    expect(curve.at(-1)).toEqual([200, 100]); // P = 0: bottom
    const heights = curve.map(([, y]) => y ?? 0);
    expect(heights).toEqual(heights.toSorted((a, b) => a - b));
  });

  it("marks the point at half of P", () => {
    expect(layoutSchedule(linear, 1000, BOX).half).toEqual({ x: 50, y: 50 });
    expect(layoutSchedule({ ...linear, forcing: 0.8 }, 500, BOX).half).toEqual({ x: 100, y: 60 });
  });

  it("marks no point if training ends before it or the floor lies above it", () => {
    expect(layoutSchedule(linear, 200, BOX).half).toBeNull();
    expect(layoutSchedule({ ...linear, forcingFloor: 0.7 }, 1000, BOX).half).toBeNull();
    expect(layoutSchedule({ ...linear, forcing: 0 }, 1000, BOX).half).toBeNull();
  });
});
