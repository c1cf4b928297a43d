import { describe, expect, it } from "vitest";
import type { PositionScore } from "../../engine/results/scoreReport";
import { firstErrorsOf, largestLead, layoutPositions } from "./positionChart";

const frame = { left: 40, right: 440, top: 10, bottom: 110 };
const bars = { top: 120, bottom: 160 };

/** [examples, right fed its own answers, right fed the truth, first errors] */
type Given = readonly [number, number, number, number];

const scoresOf = (given: readonly Given[]): PositionScore[] =>
  given.map(([examples, freeRight, forcedRight, firstErrors], t) => ({
    position: t + 1,
    examples,
    freeRight,
    forcedRight,
    firstErrors,
  }));

describe("chart of accuracy by position", () => {
  it("has one point for each position, in the middle of its share of the width", () => {
    const { points, yTicks } = layoutPositions(
      scoresOf([
        [20, 20, 20, 0],
        [20, 10, 15, 10],
      ]),
      frame,
      bars,
    );
    expect(points.map(({ x }) => x)).toEqual([140, 340]);
    expect(points.map(({ freeY, forcedY }) => [freeY, forcedY])).toEqual([
      [10, 10],
      [60, 35],
    ]);
    expect(yTicks.map(({ at }) => at)).toEqual([110, 60, 10]);
  });

  it("fills the range of the bars with the most first errors, and draws none where there are none", () => {
    const { points } = layoutPositions(
      scoresOf([
        [20, 16, 16, 4],
        [20, 15, 18, 1],
        [10, 10, 10, 0],
      ]),
      frame,
      bars,
    );
    expect(points.map(({ bar }) => bar)).toEqual([
      { y: 120, height: 40 },
      { y: 150, height: 10 },
      { y: 160, height: 0 },
    ]);
  });

  it("joins the points of each kind by a line", () => {
    const { freeLine, forcedLine } = layoutPositions(
      scoresOf([
        [4, 4, 4, 0],
        [4, 2, 4, 2],
      ]),
      frame,
      bars,
    );
    expect(freeLine).toBe("M140,10L340,60");
    expect(forcedLine).toBe("M140,10L340,10");
  });

  it("labels as many positions as the axis has room for", () => {
    const many = scoresOf(Array.from({ length: 40 }, () => [5, 5, 5, 0] as const));
    const narrow = layoutPositions(many, frame, bars); // 10 pixels for each position
    expect(narrow.points.filter(({ hasLabel }) => hasLabel)).toHaveLength(14);
    const wide = layoutPositions(many.slice(0, 8), frame, bars);
    expect(wide.points.every(({ hasLabel }) => hasLabel)).toBe(true);
  });

  it("has no points without scores", () => {
    expect(layoutPositions([], frame, bars)).toMatchObject({ points: [], freeLine: "" });
  });
});

describe("statements about accuracy by position", () => {
  it("name the largest clear lead of teacher-forced answers, where enough examples stand behind it", () => {
    const scores = scoresOf([
      [100, 99, 100, 1],
      [100, 80, 95, 15],
      [100, 60, 90, 10],
      [4, 0, 4, 0], // too few
    ]);
    expect(largestLead(scores)?.position).toBe(3);
    expect(largestLead(scores.slice(0, 1))).toBeNull();
    expect(largestLead(scoresOf([[100, 90, 80, 10]]))).toBeNull();
    expect(largestLead([])).toBeNull();
  });

  it("count the wrong answers and name the position with the most first errors", () => {
    const found = firstErrorsOf(
      scoresOf([
        [10, 9, 9, 1],
        [10, 6, 8, 3],
        [10, 5, 8, 1],
      ]),
    );
    expect([found?.wrong, found?.at.position]).toEqual([5, 2]);
    expect(firstErrorsOf(scoresOf([[10, 10, 10, 0]]))).toBeNull();
    expect(firstErrorsOf([])).toBeNull();
  });
});
