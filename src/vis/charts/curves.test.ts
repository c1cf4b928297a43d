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
  valuesAtStep,
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

describe("step axis", () => {
  it("ends at a round number at or above the last step", () => {
    expect([0, 7, 100, 101, 412, 1000, 1001, 20_000].map(axisEnd)).toEqual([
      100, 100, 100, 150, 500, 1000, 1500, 20_000,
    ]);
  });

  it("always includes the last step", () => {
    fc.assert(
      fc.property(fc.nat({ max: 30_000 }), (step) => {
        expect(axisEnd(step)).toBeGreaterThanOrEqual(step);
        expect(axisEnd(step)).toBeLessThanOrEqual(Math.max(100, 2 * step));
      }),
    );
  });

  it("maps pixels to a step, and clamps pixels outside the frame to the first or the last step", () => {
    fc.assert(
      fc.property(fc.nat({ max: 500 }), (step) => {
        const x = FRAME.left + (step / 500) * (FRAME.right - FRAME.left);
        expect(xToStep(x, 500, FRAME)).toBe(step);
      }),
    );
    expect(xToStep(-40, 500, FRAME)).toBe(0);
    expect(xToStep(9999, 500, FRAME)).toBe(500);
  });

  it("labels only as many steps as fit", () => {
    expect(stepTicks(1000, FRAME).map(({ value }) => value)).toEqual([0, 500, 1000]);
    expect(stepTicks(1000, { ...FRAME, right: 900 }).length).toBeGreaterThan(4);
  });
});

describe("loss panel", () => {
  const chance = Math.log(30);

  it("shows the curve and the chance level inside its frame", () => {
    const panel = layoutLoss({ points: pointsOf(300), count: 300, chance }, 300, FRAME);
    for (const [x = 0, y = 0] of coordinates(panel.line)) {
      expect(x).toSatisfy((value: number) => value >= FRAME.left && value <= FRAME.right);
      expect(y).toSatisfy((value: number) => value >= FRAME.top && value <= FRAME.bottom);
    }
    expect(panel.chanceAt).toBeGreaterThan(FRAME.top);
    expect(panel.yTicks[0]).toEqual({ value: 0, at: FRAME.bottom });
    expect(panel.band).not.toBe("");
  });

  it("has no band when each point is one step", () => {
    expect(layoutLoss({ points: pointsOf(20), count: 20, chance }, 100, FRAME)).toMatchObject({
      band: "",
      bucketSize: 1,
    });
  });

  it("limits the axis when the loss explodes", () => {
    const buckets = bucketLosses(
      pointsOf(10, (step) => 10 ** step),
      10,
    );
    expect(lossTop(buckets, chance)).toBe(3 * chance);
    expect(lossTop([], chance)).toBeCloseTo(1.12 * chance);
  });

  it("is empty before the first step, and valid with an empty vocabulary", () => {
    const panel = layoutLoss({ points: [], count: 0, chance: 0 }, 100, FRAME);
    expect(panel).toMatchObject({ line: "", band: "" });
    expect(panel.yTicks.every(({ at }) => Number.isFinite(at))).toBe(true);
  });
});

describe("share panel", () => {
  it("puts 0 at the bottom, 1 at the top and a dot at each evaluation", () => {
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

describe("valuesAtStep", () => {
  const evaluations = [evaluationOf(0, 0), evaluationOf(50, 0.4)];

  it("returns the loss of a step and the latest evaluation before it", () => {
    const reading = valuesAtStep(pointsOf(60), 60, evaluations, 49);
    expect(reading.loss?.step).toBe(49);
    expect(reading.evaluation?.step).toBe(0);
    expect(valuesAtStep(pointsOf(60), 60, evaluations, 50).evaluation?.exactMatch).toBe(0.4);
  });

  it("returns null without losses and evaluations", () => {
    expect(valuesAtStep([], 0, [], 5)).toEqual({ loss: null, evaluation: null });
    expect(valuesAtStep(pointsOf(3), 3, evaluations, 0).loss).toBeNull();
  });

  it("ignores points beyond the count", () => {
    expect(valuesAtStep(pointsOf(10), 4, [], 9).loss?.step).toBe(4);
  });
});
