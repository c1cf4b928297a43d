import { expect, test } from "vitest";
import { tileCells } from "./tile";

const counting = (length: number): Float32Array => Float32Array.from({ length }, (_, i) => i);

test.each([
  [64, 8, 8],
  [32, 8, 4],
  [16, 4, 4],
  [8, 4, 2],
  [7, 3, 3],
  [1, 1, 1],
])("%i units make a grid of %i x %i", (units, columns, rows) => {
  expect(tileCells(counting(units))).toMatchObject({ columns, rows, unitsPerCell: 1 });
});

test("units keep their order and their values", () => {
  expect([...tileCells(counting(16)).values]).toEqual([...counting(16)]);
});

test("above 64 units a cell is the mean of a block, and the tile says how large the block is", () => {
  const cells = tileCells(counting(256));
  expect(cells).toMatchObject({ columns: 8, rows: 8, unitsPerCell: 4 });
  expect(cells.values[0]).toBeCloseTo(1.5);
  expect(cells.values[63]).toBeCloseTo(253.5);
});

test("a last block that is not full is the mean of what it has", () => {
  const cells = tileCells(counting(72));
  expect(cells.unitsPerCell).toBe(2);
  expect(cells.values).toHaveLength(36);
  expect(tileCells(counting(67)).values.at(-1)).toBe(66);
});
