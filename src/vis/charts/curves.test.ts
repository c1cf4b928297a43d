import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Evaluation, LossPoint } from "../../engine/results/history";
import {
  axisEnd,
  bucketLosses,
  bucketSize,
  type Frame,
  lossTop,
  updateTicks,
  valuesAtUpdate,
} from "./curves";

const FRAME: Frame = { left: 30, right: 250, top: 10, bottom: 100 };

function pointsOf(count: number, loss: (step: number) => number = (step) => 3 / step): LossPoint[] {
  return Array.from({ length: count }, (_, i) => ({ step: i + 1, loss: loss(i + 1) }));
}

function evaluationOf(step: number, exactMatch: number, tokenAccuracy = exactMatch): Evaluation {
  return { step, examples: 256, exactMatch, tokenAccuracy, alignmentError: null };
}

describe("bucketLosses", () => {
  it("makes one point of each step in a short run", () => {
    const buckets = bucketLosses(pointsOf(5), 5);
    expect(buckets.map(({ step }) => step)).toEqual([1, 2, 3, 4, 5]);
    expect(buckets.every(({ mean, low, high }) => mean === low && mean === high)).toBe(true);
  });

  it("takes the mean and the range of several steps in a long run", () => {
    const buckets = bucketLosses(
      pointsOf(480, (step) => (step % 2 === 0 ? 1 : 3)),
      480,
    );
    expect(buckets).toHaveLength(240);
    expect(buckets[0]).toEqual({ step: 2, mean: 2, low: 1, high: 3 });
  });

  it("returns few buckets within the range of the losses for a run of any length", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20_000 }), (count) => {
        const buckets = bucketLosses(pointsOf(count), count);
        expect(buckets.length).toBeLessThanOrEqual(240);
        expect(buckets.at(-1)?.step).toBe(count);
        for (const { low, mean, high } of buckets) {
          expect(low).toBeLessThanOrEqual(mean + 1e-9);
          expect(mean).toBeLessThanOrEqual(high + 1e-9);
        }
      }),
      { numRuns: 30 },
    );
  });

  it("keeps earlier buckets as more steps arrive", () => {
    const points = pointsOf(900);
    expect(bucketSize(600)).toBe(bucketSize(900));
    const [early, late] = [bucketLosses(points, 600), bucketLosses(points, 900)];
    expect(late.slice(0, early.length)).toEqual(early);
  });

  it("ignores losses beyond the count and losses that are not finite", () => {
    const points = pointsOf(6, (step) => (step === 3 ? NaN : step));
    expect(bucketLosses(points, 4).map(({ step }) => step)).toEqual([1, 2, 4]);
    expect(bucketLosses([], 0)).toEqual([]);
  });
});

describe("the axis of updates", () => {
  it("ends at a round number at or above the last step", () => {
    expect([0, 7, 21, 100, 101, 412, 1000, 1001, 20_000].map(axisEnd)).toEqual([
      20, 20, 25, 100, 150, 500, 1000, 1500, 20_000,
    ]);
  });

  it("always includes the last step", () => {
    fc.assert(
      fc.property(fc.nat({ max: 30_000 }), (step) => {
        expect(axisEnd(step)).toBeGreaterThanOrEqual(step);
        expect(axisEnd(step)).toBeLessThanOrEqual(Math.max(20, 2 * step));
      }),
    );
  });

  it("labels only as many steps as fit", () => {
    expect(updateTicks(1000, FRAME).map(({ value }) => value)).toEqual([0, 500, 1000]);
    expect(updateTicks(1000, { ...FRAME, right: 900 }).length).toBeGreaterThan(4);
    expect(updateTicks(2, { ...FRAME, right: 900 }).map(({ value }) => value)).toEqual([0, 1, 2]);
  });
});

describe("the axis of losses", () => {
  it("ends above the chance level, and is limited when the loss explodes", () => {
    const chance = Math.log(30);
    const buckets = bucketLosses(
      pointsOf(10, (step) => 10 ** step),
      10,
    );
    expect(lossTop(buckets, chance)).toBe(3 * chance);
    expect(lossTop([], chance)).toBeCloseTo(1.12 * chance);
  });
});

describe("valuesAtUpdate", () => {
  const evaluations = [evaluationOf(0, 0), evaluationOf(50, 0.4)];

  it("returns the loss of a step and the latest evaluation before it", () => {
    const reading = valuesAtUpdate(pointsOf(60), 60, evaluations, 49);
    expect(reading.loss?.step).toBe(49);
    expect(reading.evaluation?.step).toBe(0);
    expect(valuesAtUpdate(pointsOf(60), 60, evaluations, 50).evaluation?.exactMatch).toBe(0.4);
  });

  it("returns null without losses and evaluations", () => {
    expect(valuesAtUpdate([], 0, [], 5)).toEqual({ loss: null, evaluation: null });
    expect(valuesAtUpdate(pointsOf(3), 3, evaluations, 0).loss).toBeNull();
  });

  it("ignores points beyond the count", () => {
    expect(valuesAtUpdate(pointsOf(10), 4, [], 9).loss?.step).toBe(4);
  });
});
