import { describe, expect, it } from "vitest";
import type { Evaluation, LossPoint } from "../../engine/results/history";
import type { Frame } from "./curves";
import { layoutTimeline, NAME_HEIGHT, type TimelineData } from "./timeline";

const FRAME: Frame = { left: 30, right: 230, top: 10, bottom: 110 };

function pointsOf(count: number): LossPoint[] {
  return Array.from({ length: count }, (_, i) => ({ step: i + 1, loss: 3 / (i + 1) }));
}

function evaluationOf(step: number, exactMatch: number, heldOutLoss?: number): Evaluation {
  const measured = {
    step,
    examples: 256,
    exactMatch,
    tokenAccuracy: exactMatch,
    alignmentError: null,
  };
  return heldOutLoss === undefined ? measured : { ...measured, heldOutLoss };
}

function dataOf(change: Partial<TimelineData> = {}): TimelineData {
  const points = change.points ?? pointsOf(100);
  return {
    points,
    count: points.length,
    evaluations: [],
    chance: Math.log(30),
    truthAt: null,
    best: null,
    judgedBy: "match",
    beside: "answers",
    last: points.length,
    end: 200,
    ...change,
  };
}

/** The coordinates in a path of M and L commands. */
function coordinates(path: string): number[][] {
  return path
    .split(/[MLZ]/)
    .filter(Boolean)
    .map((pair) => pair.split(",").map(Number));
}

describe("the plot of the timeline", () => {
  it("draws all curves inside its frame on one axis of updates", () => {
    const layout = layoutTimeline(
      dataOf({
        evaluations: [
          evaluationOf(0, 0, 3.5),
          evaluationOf(50, 0.4, 1.2),
          evaluationOf(100, 1, 0.5),
        ],
        truthAt: (update) => 1 - update / 200,
      }),
      FRAME,
    );
    const { entropy: _, alignment: __, ...answers } = layout.curves; // beside the attention
    for (const path of Object.values(answers)) {
      const places = coordinates(path);
      expect(places.length).toBeGreaterThan(1);
      expect(places.at(-1)?.[0]).toBe(130); // update 100 of 200
      for (const [x = 0, y = 0] of places) {
        expect(x).toSatisfy((value: number) => value >= FRAME.left && value <= FRAME.right);
        expect(y).toSatisfy((value: number) => value >= FRAME.top && value <= FRAME.bottom);
      }
    }
  });

  it("puts 0 at the bottom and 1 at the top for shares, and marks the best evaluation", () => {
    const best = evaluationOf(50, 1);
    const layout = layoutTimeline(dataOf({ evaluations: [evaluationOf(0, 0), best], best }), FRAME);
    expect(coordinates(layout.curves.match)).toEqual([
      [30, 110],
      [80, 10],
    ]);
    expect(layout.best).toEqual({ x: 80, y: 10 });
  });

  it("leaves out the held-out loss of evaluations that did not measure it", () => {
    const evaluations = [evaluationOf(0, 0), evaluationOf(50, 0.4, 1.2), evaluationOf(100, 0.5, 1)];
    const layout = layoutTimeline(dataOf({ evaluations }), FRAME);
    expect(coordinates(layout.curves.heldOut).map(([x]) => x)).toEqual([80, 130]);
    expect(layoutTimeline(dataOf(), FRAME).curves.heldOut).toBe("");
  });

  it("draws the held-out loss and the training loss on one scale", () => {
    const points = pointsOf(100);
    const evaluations = [
      evaluationOf(1, 0, points[0]?.loss),
      evaluationOf(100, 0, points[99]?.loss),
    ];
    const { loss, heldOut } = layoutTimeline(dataOf({ points, evaluations }), FRAME).curves;
    const [first, last] = coordinates(heldOut);
    expect(first).toEqual(coordinates(loss)[0]);
    expect(last).toEqual(coordinates(loss).at(-1));
  });

  it("shows the range of the losses only where a point stands for several updates", () => {
    expect(layoutTimeline(dataOf(), FRAME).band).toBe("");
    expect(layoutTimeline(dataOf({ points: pointsOf(1000), end: 1000 }), FRAME).band).not.toBe("");
  });

  it("names each drawn curve once, in the order of their ends, without overlap and inside the frame", () => {
    const { names } = layoutTimeline(
      dataOf({
        evaluations: [evaluationOf(0, 0, 3), evaluationOf(100, 1, 0.03)],
        truthAt: () => 1,
      }),
      FRAME,
    );
    expect(names.map(({ curve }) => curve)).toEqual(["match", "truth", "loss", "heldOut"]);
    const heights = names.map(({ at }) => at);
    expect(heights.slice(1).every((at, i) => at - (heights[i] ?? 0) >= NAME_HEIGHT)).toBe(true);
    expect(heights[0]).toBeGreaterThanOrEqual(FRAME.top);
    expect(heights.at(-1)).toBeLessThanOrEqual(FRAME.bottom);
  });

  it("names the loss and exact match first where there is no room for all", () => {
    const data = dataOf({ evaluations: [evaluationOf(100, 1, 0.03)], truthAt: () => 1 });
    const { names } = layoutTimeline(data, { ...FRAME, bottom: FRAME.top + 20 });
    expect(names.map(({ curve }) => curve)).toEqual(["match", "loss"]);
  });

  it("is empty before the first update, and valid with an empty vocabulary", () => {
    const layout = layoutTimeline(dataOf({ points: [], chance: 0, truthAt: () => 1 }), FRAME);
    expect(Object.values(layout.curves).join("")).toBe("");
    expect(layout.names).toEqual([]);
    expect(layout.lossTicks.every(({ at }) => Number.isFinite(at))).toBe(true);
  });

  describe("of the attention", () => {
    const entropies = [2, 1, 0.25];
    const evaluations = entropies.map((mean, i): Evaluation => ({
      ...evaluationOf(50 * i, 0.5),
      alignmentError: i === 0 ? null : 1 / (4 * i),
      entropy: { mean, even: Math.log(8) },
    }));
    const layout = layoutTimeline(
      dataOf({ evaluations, beside: "attention", truthAt: () => 1 }),
      FRAME,
    );

    it("draws the entropy on the axis of the losses, below the line of even attention", () => {
      const ticks = layout.lossTicks.filter(({ value }) => value > 0);
      const perNat = ticks.map(({ value, at }) => (FRAME.bottom - at) / value)[0] ?? 0;
      const heights = coordinates(layout.curves.entropy).map(([, y = 0]) => FRAME.bottom - y);
      heights.forEach((height, i) => expect(height / perNat).toBeCloseTo(entropies[i] ?? 0, 1));
      expect((FRAME.bottom - (layout.even?.at ?? 0)) / perNat).toBeCloseTo(Math.log(8), 6);
    });

    it("draws the alignment error where it is measured, in place of match and truth", () => {
      const error = coordinates(layout.curves.alignment);
      expect(error).toEqual([
        [30 + 50, 110 - 25],
        [30 + 100, 110 - 12.5],
      ]);
      expect([layout.curves.match, layout.curves.truth, layout.best]).toEqual(["", "", null]);
      expect(layout.dots.map(({ x }) => x)).toEqual([80, 130]);
      const names = layout.names.map(({ curve }) => curve);
      expect(names.toSorted()).toEqual(["alignment", "entropy", "loss"]);
    });

    it("has neither in the plot of the answers", () => {
      const { curves, even } = layoutTimeline(dataOf({ evaluations }), FRAME);
      expect([curves.entropy, curves.alignment, even]).toEqual(["", "", null]);
    });
  });
});
