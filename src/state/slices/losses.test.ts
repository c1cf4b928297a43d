import { describe, expect, it } from "vitest";
import { appendLosses, createHistory, lastLoss } from "./losses";
import { MOST_LOSSES } from "../../engine/results/thinned";
import { lossesOf } from "../testing/events";

describe("loss history", () => {
  it("leaves updates out of a long run, and keeps the newest", () => {
    const long = appendLosses(createHistory(lossesOf(1, MOST_LOSSES)), lossesOf(20_001, 20_001));
    expect(long.count).toBeLessThan(MOST_LOSSES);
    expect(long.points).toHaveLength(long.count);
    expect(lastLoss(long)?.step).toBe(20_001);
  });

  it("grows without a copy of its points", () => {
    const first = createHistory(lossesOf(1, 3));
    const second = appendLosses(first, lossesOf(4, 5));
    expect(second.count).toBe(5);
    expect(second.points).toBe(first.points);
    expect(lastLoss(second)?.step).toBe(5);
  });

  it("does not change older views", () => {
    const first = createHistory(lossesOf(1, 3));
    appendLosses(first, lossesOf(4, 5));
    expect(first.count).toBe(3);
    expect(lastLoss(first)?.step).toBe(3);
  });

  it("copies its points when an older view grows", () => {
    const first = createHistory(lossesOf(1, 3));
    const one = appendLosses(first, lossesOf(4, 5));
    const other = appendLosses(first, [{ step: 4, loss: 9 }]);
    expect(lastLoss(one)?.step).toBe(5);
    expect(lastLoss(other)).toEqual({ step: 4, loss: 9 });
    expect(one.points[3]?.loss).not.toBe(9);
  });

  it("does not change the array it starts from, and has no last loss while it is empty", () => {
    const given = lossesOf(1, 2);
    appendLosses(createHistory(given), lossesOf(3, 4));
    expect(given).toHaveLength(2);
    expect(lastLoss(createHistory([]))).toBeNull();
  });

  it("does not copy its points in a long run", () => {
    const first = createHistory([]);
    let history = first;
    for (let step = 1; step <= 20_000; step += 2)
      history = appendLosses(history, lossesOf(step, step + 1));
    expect(history.count).toBe(20_000);
    expect(history.points).toBe(first.points);
  });
});
