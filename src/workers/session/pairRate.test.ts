/** The mean forgets, weighs by time, and does not depend on how a GPU splits pairs and their time. */
import { describe, expect, it } from "vitest";
import { PairRate } from "./pairRate";

/** A rate after this many updates of 64 pairs. */
function rateAfter(updates: number, milliseconds: number, rate = new PairRate()): PairRate {
  for (let i = 0; i < updates; i++) rate.add(64, milliseconds);
  return rate;
}

describe("pairs per second", () => {
  it("are the quotient of pairs and time from the first update on", () => {
    expect(new PairRate().perSecond).toBe(0);
    expect(rateAfter(1, 8).perSecond).toBe(8000);
    expect(rateAfter(50, 8).perSecond).toBeCloseTo(8000, 6);
  });

  it("change by less than a tenth for one update that takes ten times as long", () => {
    const rate = rateAfter(500, 8);
    rate.add(64, 80);
    expect(rate.perSecond).toBeGreaterThan(0.9 * 8000);
    expect(rate.perSecond).toBeLessThan(8000);
  });

  it("follow a lasting change within a few seconds", () => {
    const rate = rateAfter(150, 32, rateAfter(500, 8));
    expect(rate.perSecond).toBeGreaterThan(2000);
    expect(rate.perSecond).toBeLessThan(1.05 * 2000);
  });

  it("count time without updates", () => {
    const rate = new PairRate();
    for (let i = 0; i < 300; i++) {
      rate.add(64, 8);
      rate.add(0, 24); // a rest at a quarter of the speed
    }
    expect(rate.perSecond / 2000).toBeCloseTo(1, 1);
  });
});
