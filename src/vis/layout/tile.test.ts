import { expect, test } from "vitest";
import { halvesOf, tileCells, unitsPerCell } from "./tile";

const counting = (length: number): Float32Array => Float32Array.from({ length }, (_, i) => i);

test.each([
  [64, 8, 8],
  [32, 8, 4],
  [16, 4, 4],
  [8, 4, 2],
  [7, 3, 3],
  [1, 1, 1],
])("%i units make a grid of %i x %i", (units, columns, rows) => {
  expect(tileCells(counting(units))).toMatchObject({ columns, rows });
});

test("cells keep the order and the values of the units", () => {
  expect([...tileCells(counting(16)).values]).toEqual([...counting(16)]);
});

test("above 64 units a cell is the mean of a block, whose size `unitsPerCell` gives", () => {
  const cells = tileCells(counting(256));
  expect(cells).toMatchObject({ columns: 8, rows: 8 });
  expect(unitsPerCell(256)).toBe(4);
  expect(cells.values[0]).toBeCloseTo(1.5);
  expect(cells.values[63]).toBeCloseTo(253.5);
});

test("a partial last block is the mean of its units", () => {
  const cells = tileCells(counting(72));
  expect(unitsPerCell(72)).toBe(2);
  expect(cells.values).toHaveLength(36);
  expect(tileCells(counting(67)).values.at(-1)).toBe(66);
});

test.each([
  [8, 4, 2, 1],
  [16, 8, 2, 1],
  [32, 8, 4, 1],
  [64, 8, 4, 2],
  [256, 8, 4, 8],
])(
  "a half of %i units is twice as wide as high: %i x %i, %i units per cell",
  (size, columns, rows, units) => {
    expect(tileCells(counting(size), "half")).toMatchObject({ columns, rows });
    expect(unitsPerCell(size, "half")).toBe(units);
  },
);

test("the halves are the forward numbers, then the backward numbers", () => {
  const [forward, backward] = halvesOf(counting(8));
  expect([...forward]).toEqual([0, 1, 2, 3]);
  expect([...backward]).toEqual([4, 5, 6, 7]);
});
