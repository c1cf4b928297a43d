import { describe, expect, it } from "vitest";
import { gapPath, layoutBands, layoutRecovery } from "./exposureCharts";
import { layoutPositions } from "./positionChart";

const FRAME = { left: 40, right: 240, top: 10, bottom: 110 };

const scoreOf = (position: number, forcedRight: number, freeRight: number) => ({
  position,
  examples: 10,
  forcedRight,
  freeRight,
  firstErrors: 0,
});

describe("charts of exposure bias", () => {
  it("fill the area between both lines", () => {
    const scores = [scoreOf(1, 10, 10), scoreOf(2, 10, 5)];
    const { points } = layoutPositions(scores, FRAME, { top: 0, bottom: 0 });
    expect(gapPath(points)).toBe("M90,10L190,10L190,60L90,10Z");
  });

  it("have a bar for each position of each update, as long as its share", () => {
    const moments = [
      { step: 0, byPosition: [scoreOf(1, 0, 5)] },
      { step: 100, byPosition: [scoreOf(1, 10, 5)] },
    ];
    const { cells, columns, columnWidth } = layoutBands(moments, FRAME);
    expect(columns.map(({ value, left }) => [value, left])).toEqual([[0, 40], [100, 140]]); // prettier-ignore
    expect(cells.forced.map(({ length }) => length)).toEqual([0, columnWidth]);
    expect(cells.free.map(({ length }) => length)).toEqual([columnWidth / 2, columnWidth / 2]);
    expect(columns.at(-1)?.hasLabel).toBe(true);
  });

  it("place recovery by distance, as shares of the examples that have it", () => {
    const after = [
      { distance: 1, examples: 10, right: 5, rightUntouched: 10, recovered: 0, recoveredUntouched: 10 }, // prettier-ignore
      {
        distance: 2,
        examples: 4,
        right: 4,
        rightUntouched: 4,
        recovered: 2,
        recoveredUntouched: 4,
      },
    ];
    const { lines, columns } = layoutRecovery(after, FRAME);
    expect(columns.map(({ x }) => x)).toEqual([90, 190]);
    expect(lines.right.points.map(({ y }) => y)).toEqual([60, 10]);
    expect(lines.recovered.points.map(({ y }) => y)).toEqual([110, 60]);
    expect(lines.rightUntouched.points.map(({ y }) => y)).toEqual([10, 10]);
  });
});
