import { describe, expect, it } from "vitest";
import { ratiosOf, spreadOf, writeSpread } from "./spread";

describe("the spread of measurements", () => {
  it("is their median with the 10th and the 90th percentile", () => {
    const values = [30, 10, 0, 20, 40, 100, 50, 60, 70, 80, 90];
    expect(spreadOf(values)).toEqual({ median: 50, low: 10, high: 90 });
    expect(spreadOf([1, 2])).toEqual({ median: 1.5, low: 1.1, high: 1.9 });
  });

  it("is not moved by one disturbed measurement in the median, and shows it in the percentiles", () => {
    const { median, high } = spreadOf([5, 5, 5, 5, 90]);
    expect(median).toBe(5);
    expect(high).toBeGreaterThan(50);
    expect(spreadOf([4, Infinity, Infinity])).toMatchObject({ median: Infinity, high: Infinity });
  });

  it("of ratios compares neighbours, so that a slow moment of the machine cancels", () => {
    expect(ratiosOf([15, 30, 15], [10, 20, 10])).toEqual([1.5, 1.5, 1.5]);
  });

  it("is written with about three digits", () => {
    expect(writeSpread([1, 2])).toBe("1.50 (1.10 to 1.90)");
    expect(writeSpread([152])).toBe("152");
    expect(writeSpread([])).toBe("");
  });
});
