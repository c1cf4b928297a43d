import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Evaluation, LossPoint } from "../../engine/results/history";
import {
  axisEnd,
  bucketLosses,
  bucketSize,
  layoutLoss,
  layoutShares,
  lossTop,
  readCurves,
  stepTicks,
  xToStep,
  type Frame,
} from "./curves";

const FRAME: Frame = { left: 30, right: 250, top: 10, bottom: 100 };

function pointsOf(count: number, loss: (step: number) => number = (step) => 3 / step): LossPoint[] {
  return Array.from({ length: count }, (_, i) => ({ step: i + 1, loss: loss(i + 1) }));
}

function evaluationOf(step: number, exactMatch: number, tokenAccuracy = exactMatch): Evaluation {
  return { step, examples: 256, exactMatch, tokenAccuracy, alignmentError: null };
}

/** The coordinates in a path of M and L commands. */
function coordinates(path: string): number[][] {
  return path
    .split(/[MLZ]/)
    .filter(Boolean)
    .map((pair) => pair.split(",").map(Number));
}

describe("bucketLosses", () => {
  it("draws every step of a short run as it is", () => {
    const buckets = bucketLosses(pointsOf(5), 5);
    expect(buckets.map(({ step }) => step)).toEqual([1, 2, 3, 4, 5]);
    expect(buckets.every(({ mean, low, high }) => mean === low && mean === high)).toBe(true);
  });

  it("takes mean and range of several steps in a long run", () => {
    const buckets = bucketLosses(
      pointsOf(480, (step) => (step % 2 === 0 ? 1 : 3)),
      480,
    );
    expect(buckets).toHaveLength(240);
    expect(buckets[0]).toEqual({ step: 2, mean: 2, low: 1, high: 3 });
  });

  it("stays small and within what was there, however long the run", () => {
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

  it("does not change what it drew as more steps arrive", () => {
    const points = pointsOf(900);
    expect(bucketSize(600)).toBe(bucketSize(900));
    const [early, late] = [bucketLosses(points, 600), bucketLosses(points, 900)];
    expect(late.slice(0, early.length)).toEqual(early);
  });

  it("reads no further than the count, and passes over what is no number", () => {
    const points = pointsOf(6, (step) => (step === 3 ? NaN : step));
    expect(bucketLosses(points, 4).map(({ step }) => step)).toEqual([1, 2, 4]);
    expect(bucketLosses([], 0)).toEqual([]);
  });
});

describe("step axis", () => {
  it("ends at a round number at or above the last step", () => {
    expect([0, 7, 100, 101, 412, 1000, 1001, 20_000].map(axisEnd)).toEqual([
      100, 100, 100, 150, 500, 1000, 1500, 20_000,
    ]);
  });

  it("always holds the last step", () => {
    fc.assert(
      fc.property(fc.nat({ max: 30_000 }), (step) => {
        expect(axisEnd(step)).toBeGreaterThanOrEqual(step);
        expect(axisEnd(step)).toBeLessThanOrEqual(Math.max(100, 2 * step));
      }),
    );
  });

  it("reads a place in pixels as a step, and one beside the frame as the first or the last", () => {
    fc.assert(
      fc.property(fc.nat({ max: 500 }), (step) => {
        const x = FRAME.left + (step / 500) * (FRAME.right - FRAME.left);
        expect(xToStep(x, 500, FRAME)).toBe(step);
      }),
    );
    expect(xToStep(-40, 500, FRAME)).toBe(0);
    expect(xToStep(9999, 500, FRAME)).toBe(500);
  });

  it("labels no more steps than there is room for", () => {
    expect(stepTicks(1000, FRAME).map(({ value }) => value)).toEqual([0, 500, 1000]);
    expect(stepTicks(1000, { ...FRAME, right: 900 }).length).toBeGreaterThan(4);
  });
});

describe("loss panel", () => {
  const chance = Math.log(30);

  it("lies inside its frame with the chance level on it", () => {
    const panel = layoutLoss({ points: pointsOf(300), count: 300, chance }, 300, FRAME);
    for (const [x = 0, y = 0] of coordinates(panel.line)) {
      expect(x).toSatisfy((value: number) => value >= FRAME.left && value <= FRAME.right);
      expect(y).toSatisfy((value: number) => value >= FRAME.top && value <= FRAME.bottom);
    }
    expect(panel.chanceAt).toBeGreaterThan(FRAME.top);
    expect(panel.yTicks[0]).toEqual({ value: 0, at: FRAME.bottom });
    expect(panel.band).not.toBe("");
  });

  it("has no band where each point is one step", () => {
    expect(layoutLoss({ points: pointsOf(20), count: 20, chance }, 100, FRAME)).toMatchObject({
      band: "",
      bucketSize: 1,
    });
  });

  it("keeps an exploding loss from flattening everything else", () => {
    const buckets = bucketLosses(
      pointsOf(10, (step) => 10 ** step),
      10,
    );
    expect(lossTop(buckets, chance)).toBe(3 * chance);
    expect(lossTop([], chance)).toBeCloseTo(1.12 * chance);
  });

  it("is empty before the first step, and whole without a vocabulary", () => {
    const panel = layoutLoss({ points: [], count: 0, chance: 0 }, 100, FRAME);
    expect(panel).toMatchObject({ line: "", band: "" });
    expect(panel.yTicks.every(({ at }) => Number.isFinite(at))).toBe(true);
  });
});

describe("share panel", () => {
  it("puts 0 at the bottom, 1 at the top and a dot on each evaluation", () => {
    const panel = layoutShares([evaluationOf(0, 0, 0.1), evaluationOf(50, 1)], 100, FRAME);
    expect(panel.dots).toEqual([
      { x: FRAME.left, y: FRAME.bottom },
      { x: 140, y: FRAME.top },
    ]);
    expect(coordinates(panel.match)).toEqual([
      [30, 100],
      [140, 10],
    ]);
    expect(coordinates(panel.tokens)[0]).toEqual([30, 91]);
  });
});

describe("readCurves", () => {
  const evaluations = [evaluationOf(0, 0), evaluationOf(50, 0.4)];

  it("reads the loss of a step and the evaluation known by then", () => {
    const reading = readCurves(pointsOf(60), 60, evaluations, 49);
    expect(reading.loss?.step).toBe(49);
    expect(reading.evaluation?.step).toBe(0);
    expect(readCurves(pointsOf(60), 60, evaluations, 50).evaluation?.exactMatch).toBe(0.4);
  });

  it("knows nothing where there is nothing", () => {
    expect(readCurves([], 0, [], 5)).toEqual({ loss: null, evaluation: null });
    expect(readCurves(pointsOf(3), 3, evaluations, 0).loss).toBeNull();
  });

  it("does not see points beyond the count", () => {
    expect(readCurves(pointsOf(10), 4, [], 9).loss?.step).toBe(4);
  });
});
