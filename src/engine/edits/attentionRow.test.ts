/** Rows moved by hand sum to 1, have four decimals, and never a NaN. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allHere, asRow, diagonal, moveWeight, type Row, uniform } from "./attentionRow";

const UNITS = 10_000;

/** The weights in units of four decimals, which must be integers. */
function unitsOf(row: Row): number[] {
  return row
    .map((weight) => weight * UNITS)
    .map((units) => {
      expect(Math.abs(units - Math.round(units))).toBeLessThan(1e-6);
      return Math.round(units);
    });
}

const total = (row: Row): number => unitsOf(row).reduce((a, b) => a + b, 0);

const worstOf = (a: Row, b: Row): number =>
  Math.max(...a.map((value, i) => Math.abs(value - (b[i] ?? Number.NaN))));

const anyRow = fc
  .array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 24 })
  .filter((weights) => weights.some((weight) => weight > 1e-3))
  .map((weights) => {
    const sum = weights.reduce((a, b) => a + b, 0);
    return weights.map((weight) => weight / sum);
  });

/** Any row, a position in it or beyond, and a value. */
const anyMove = fc.tuple(
  anyRow,
  fc.nat({ max: 30 }),
  fc.oneof(
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.constantFrom(0, 1, -0.1, 1.1, Number.NaN),
  ),
);

const othersOf = (row: Row, position: number): number =>
  row.reduce((sum, weight, i) => (i === position ? sum : sum + weight), 0);

describe("a moved weight", () => {
  it("is a problem exactly where the others cannot share the rest", () => {
    fc.assert(
      fc.property(anyMove, ([row, position, value]) => {
        const isInside = position < row.length && value >= 0 && value <= 1;
        const isShared = othersOf(row, position) > 0 || Math.round(value * UNITS) === UNITS;
        expect("problem" in moveWeight(row, position, value)).toBe(!isInside || !isShared);
      }),
      { numRuns: 1000, seed: 1 },
    );
  });

  it("has the value, and the others keep their proportions and share the rest", () => {
    fc.assert(
      fc.property(anyMove, ([row, position, value]) => {
        const moved = moveWeight(row, position, value);
        fc.pre("row" in moved);
        const others = othersOf(row, position);
        expect(total(moved.row)).toBe(UNITS);
        const kept = row.map((one, i) => (i === position ? value * others : (1 - value) * one));
        expect(
          worstOf(
            moved.row.map((one) => one * others),
            kept,
          ),
        ).toBeLessThan(2.1e-4);
      }),
      { numRuns: 1000, seed: 2 },
    );
  });

  it("cannot take from weights that are all 0", () => {
    expect(moveWeight([0, 1, 0], 1, 0.4)).toEqual({
      problem: { kind: "othersZero", position: 1, weight: 0.4 },
    });
    expect(moveWeight([0, 1, 0], 1, 1)).toEqual({ row: [0, 1, 0] });
    expect(moveWeight([0, 1, 0], 0, 0.25)).toEqual({ row: [0.25, 0.75, 0] });
  });

  it("lies from 0 to 1, at a position of the row", () => {
    for (const weight of [-0.01, 1.01, Number.NaN])
      expect(moveWeight([0.5, 0.5], 0, weight)).toEqual({
        problem: { kind: "weightRange", position: 0, weight },
      });
    expect(moveWeight([0.5, 0.5], 2, 0.5)).toEqual({
      problem: { kind: "positionBeyond", position: 2, positions: 2 },
    });
  });
});

describe("a row", () => {
  it("has the same weights in four decimals, whatever they are", () => {
    fc.assert(
      fc.property(anyRow, (weights) => {
        const row = asRow(Float32Array.from(weights));
        expect(total(row)).toBe(UNITS);
        row.forEach((weight, i) =>
          expect(Math.abs(weight - (weights[i] ?? 0))).toBeLessThan(1.1e-4),
        );
        expect(asRow(row)).toEqual(row);
      }),
      { numRuns: 300, seed: 2 },
    );
  });

  it("can look everywhere alike, but at hidden tokens", () => {
    expect(uniform(4)).toEqual([0.25, 0.25, 0.25, 0.25]);
    expect(uniform(3)).toEqual([0.3334, 0.3333, 0.3333]);
    expect(uniform(3, new Set([1]))).toEqual([0.5, 0, 0.5]);
  });

  it("can look at one token, or along the diagonal", () => {
    expect(allHere(3, 2)).toEqual([0, 0, 1]);
    const rows = Array.from({ length: 4 }, (_, step) => diagonal(step, 4, 4).indexOf(1));
    expect(rows).toEqual([0, 1, 2, 3]);
    expect(Array.from({ length: 5 }, (_, step) => diagonal(step, 5, 3).indexOf(1))).toEqual([
      0, 1, 1, 2, 2,
    ]);
    expect(diagonal(0, 1, 3)).toEqual([1, 0, 0]);
    expect(diagonal(9, 4, 3)).toEqual([0, 0, 1]); // beyond the last step
  });
});
