import { expect, test } from "vitest";
import { layoutTimes } from "./timesChart";

const FRAME = { left: 40, right: 440, top: 10, bottom: 110 };

test("both axes begin at 0, so times in proportion to the length lie on a line through the corner", () => {
  const a = [4, 8, 16].map((length) => ({ length, milliseconds: 2 * length }));
  const { lines, xTicks, yTicks } = layoutTimes({ a, b: [] }, [4, 8, 16, 32], FRAME);
  const slopes = lines.a.points.map(({ x, y }) => (FRAME.bottom - y) / (x - FRAME.left));
  expect(Math.max(...slopes)).toBeCloseTo(Math.min(...slopes));
  expect(xTicks.map(({ value }) => value)).toEqual([4, 8, 16, 32]);
  expect(yTicks[0]).toEqual({ value: 0, at: FRAME.bottom });
});
