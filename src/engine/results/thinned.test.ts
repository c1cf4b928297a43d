import fc from "fast-check";
import { expect, it } from "vitest";
import { MOST_LOSSES, thinned } from "./thinned";

const pointsOf = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => ({ step: from + i }));

it("keeps every point of a run up to the largest cap of one press on Train", () => {
  const points = pointsOf(1, MOST_LOSSES);
  expect(thinned(points)).toBe(points);
});

it("keeps those of every second update of a longer one, and the newest", () => {
  expect(thinned(pointsOf(1, 9), 8).map(({ step }) => step)).toEqual([4, 8, 9]);
});

it("holds a run of any length, in order, evenly over its updates", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 2000 }),
      fc.integer({ min: 1, max: 50 }),
      (last, part) => {
        let kept: readonly { readonly step: number }[] = [];
        for (let from = 1; from <= last; from += part)
          kept = thinned([...kept, ...pointsOf(from, Math.min(last, from + part - 1))], 100);
        const steps = kept.map(({ step }) => step);
        expect(steps.length).toBeLessThanOrEqual(100);
        expect(steps).toEqual(steps.toSorted((a, b) => a - b));
        expect(steps.at(-1)).toBe(last);
        const gaps = steps.map((step, i) => step - (steps[i - 1] ?? 0));
        expect(Math.max(...gaps)).toBeLessThanOrEqual(Math.max(1, (8 * last) / 100));
      },
    ),
  );
});
