import { describe, expect, it } from "vitest";
import { largestGap, layoutShares, shareBeyond, type SharePoint } from "./sharesChart";

const FRAME = { left: 40, right: 440, top: 10, bottom: 110 };

const pointOf = (at: number, right: number, examples = 40): SharePoint => ({ at, right, examples });

describe("two series of shares", () => {
  it("share both axes", () => {
    const { lines, xTicks } = layoutShares(
      { a: [pointOf(3, 40), pointOf(4, 20)], b: [pointOf(4, 20), pointOf(5, 0)] },
      FRAME,
    );
    expect(xTicks.map(({ value }) => value)).toEqual([3, 4, 5]);
    expect(lines.a.points[1]).toEqual(lines.b.points[0]);
    expect(lines.a.points[0]?.y).toBe(10);
    expect(lines.b.points[1]?.y).toBe(110);
  });

  it("show where the places beyond training begin, and count them together", () => {
    const a = [pointOf(3, 40), pointOf(4, 20)];
    const beyond = [
      { ...pointOf(5, 10), isBeyond: true },
      { ...pointOf(6, 0), isBeyond: true },
    ];
    expect(layoutShares({ a, b: a }, FRAME).beyond).toBeUndefined();
    const { beyond: at = 0, lines } = layoutShares({ a: [...a, ...beyond], b: a }, FRAME);
    expect(at).toBeGreaterThan(lines.a.points[1]?.x ?? 0);
    expect(at).toBeLessThan(lines.a.points[2]?.x ?? 0);
    expect(shareBeyond([...a, ...beyond])).toBe(10 / 80);
    expect(shareBeyond(a)).toBeNull();
  });

  it("label as many places as fit", () => {
    const many = Array.from({ length: 40 }, (_, i) => pointOf(i + 1, 1));
    const { xTicks } = layoutShares({ a: many, b: [] }, FRAME);
    const gaps = xTicks.slice(1).map(({ at }, i) => at - (xTicks[i]?.at ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(24);
  });
});

describe("the largest gap", () => {
  it("is where the two shares are furthest apart", () => {
    const a = [pointOf(3, 40), pointOf(4, 38), pointOf(5, 30)];
    const b = [pointOf(3, 38), pointOf(4, 10), pointOf(5, 20)];
    expect(largestGap({ a, b })).toEqual({ a: a[1], b: b[1] });
  });

  it("is none where the shares are close, or where few examples stand behind them", () => {
    expect(largestGap({ a: [pointOf(3, 40)], b: [pointOf(3, 39)] })).toBeNull();
    expect(largestGap({ a: [pointOf(3, 4, 4)], b: [pointOf(3, 0, 4)] })).toBeNull();
    expect(largestGap({ a: [pointOf(3, 40)], b: [pointOf(4, 0)] })).toBeNull();
  });
});
