import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Snapshots } from "./snapshots";

const parameters = new Float32Array(4);

function seriesOf(steps: readonly number[], size = 4): Snapshots {
  const series = new Snapshots(size);
  for (const step of steps) series.add({ step, parameters });
  return series;
}

const every50 = (count: number): number[] => Array.from({ length: count }, (_, i) => i * 50);

describe("snapshots", () => {
  it("are all kept while there is room, with one snapshot a step", () => {
    expect(seriesOf([0, 50, 50, 100, 100]).steps).toEqual([0, 50, 100]);
  });

  it("are thinned when full: the first, the newest and evenly spaced ones stay", () => {
    expect(seriesOf(every50(24)).steps).toHaveLength(24);
    expect(seriesOf(every50(25)).steps).toEqual(every50(13).map((step) => 2 * step));
    const { steps } = seriesOf(every50(400));
    expect(steps[0]).toBe(0);
    expect(steps.at(-1)).toBe(19_950);
    const gaps = steps.slice(1, -1).map((step, i) => step - (steps[i] ?? 0));
    expect(new Set(gaps).size).toBe(1);
  });

  it("drop a snapshot off the spacing once it is no longer the newest", () => {
    const paused = [...every50(60), 2977, 3000, 3050];
    expect(seriesOf(paused.slice(0, 61)).steps.at(-1)).toBe(2977);
    expect(seriesOf(paused).steps).not.toContain(2977);
  });

  it("stay within their limits of number and memory at any steps", () => {
    const gaps = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 300 });
    const sizes = fc.constantFrom(4, 700_000, 5_000_000);
    fc.assert(
      fc.property(gaps, sizes, (lengths, size) => {
        let step = 0;
        const all = [0, ...lengths.map((length) => (step += length))];
        const { steps } = seriesOf(all, size);
        expect(steps.length).toBeLessThanOrEqual(Math.min(24, Math.max(2, 32e6 / (4 * size))));
        expect([steps[0], steps.at(-1)]).toEqual([0, step]);
        expect(steps).toEqual([...steps].toSorted((a, b) => a - b));
      }),
    );
  });

  it("find the snapshot nearest to a step", () => {
    const series = seriesOf([0, 50, 100]);
    expect(series.nearest(70)?.step).toBe(50);
    expect(series.nearest(9999)?.step).toBe(100);
    expect(new Snapshots(4).nearest(0)).toBeNull();
  });
});
