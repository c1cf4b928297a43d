import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FIELDS } from "./config";
import { type ForcingSettings, truthProbability } from "./truthProbability";

const SCHEDULES = FIELDS.schedule.options;
const FALLING = ["linear", "exponential", "inverseSigmoid"] as const;

function settings(change: Partial<ForcingSettings>): ForcingSettings {
  return { forcing: 1, schedule: "constant", halfLife: 300, forcingFloor: 0, ...change };
}

const anySettings: fc.Arbitrary<ForcingSettings> = fc.record({
  forcing: fc.double({ min: 0, max: 1, noNaN: true }),
  schedule: fc.constantFrom(...SCHEDULES),
  halfLife: fc.integer({ min: FIELDS.halfLife.min, max: FIELDS.halfLife.max }),
  forcingFloor: fc.double({ min: 0, max: 1, noNaN: true }),
});
const anyStep = fc.nat({ max: 40_000 });

/** The zero of a falling function of k > 0, by bisection. */
function bisect(f: (k: number) => number, low: number, high: number): number {
  for (let i = 0; i < 200; i++) {
    const middle = (low + high) / 2;
    if (f(middle) > 0) low = middle;
    else high = middle;
  }
  return low;
}

/** Bengio's inverse sigmoid, as a share of its first value. */
function inverseSigmoid(k: number, i: number): number {
  const bengio = (step: number): number => k / (k + Math.exp(step / k));
  return bengio(i) / bengio(0);
}

describe("P(feed truth)", () => {
  it("is constant without a schedule", () => {
    for (const step of [0, 1, 300, 20_000])
      expect(truthProbability(settings({ forcing: 0.35 }), step)).toBe(0.35);
  });

  it.each(FALLING)("begins at P and is half of P after the half-life, %s", (schedule) => {
    for (const halfLife of [10, 300, 5000])
      for (const forcing of [1, 0.6]) {
        const set = settings({ schedule, halfLife, forcing });
        expect(truthProbability(set, 0)).toBeCloseTo(forcing, 12);
        expect(truthProbability(set, halfLife)).toBeCloseTo(forcing / 2, 9);
      }
  });

  it("falls by Bengio's linear schedule, max(epsilon, k - c i)", () => {
    const set = settings({ schedule: "linear", halfLife: 200, forcing: 0.8, forcingFloor: 0.1 });
    const [k, c] = [0.8, 0.8 / 400];
    for (const i of [0, 1, 150, 200, 349, 351, 400, 5000])
      expect(truthProbability(set, i)).toBeCloseTo(Math.max(0.1, k - c * i), 12);
  });

  it("falls by Bengio's exponential schedule, k^i", () => {
    const set = settings({ schedule: "exponential", halfLife: 200 });
    const k = Math.exp(-Math.LN2 / 200);
    for (const i of [0, 1, 150, 200, 1000])
      expect(truthProbability(set, i)).toBeCloseTo(k ** i, 12);
  });

  it("falls by Bengio's inverse sigmoid, k / (k + exp(i / k)), scaled to begin at P", () => {
    for (const halfLife of [10, 300, 5000]) {
      const k = bisect((each) => 0.5 - inverseSigmoid(each, halfLife), 1, halfLife);
      const set = settings({ schedule: "inverseSigmoid", halfLife, forcing: 0.9 });
      for (const part of [0, 0.1, 0.5, 1, 1.5, 3]) {
        const i = Math.round(part * halfLife);
        expect(truthProbability(set, i)).toBeCloseTo(0.9 * inverseSigmoid(k, i), 9);
      }
    }
  });

  it("never rises, and stays between 0 and P", () => {
    fc.assert(
      fc.property(anySettings, anyStep, anyStep, (set, a, b) => {
        const [early, late] = [Math.min(a, b), Math.max(a, b)];
        const [before, after] = [truthProbability(set, early), truthProbability(set, late)];
        expect(after).toBeLessThanOrEqual(before);
        expect(after).toBeGreaterThanOrEqual(0);
        expect(before).toBeLessThanOrEqual(set.forcing);
      }),
    );
  });

  it("stops falling at the floor, which does not raise a P below it", () => {
    fc.assert(
      fc.property(anySettings, anyStep, (set, step) => {
        const least = Math.min(set.forcing, set.forcingFloor);
        expect(truthProbability(set, step)).toBeGreaterThanOrEqual(least);
      }),
    );
    const set = settings({ schedule: "linear", forcing: 0.3, forcingFloor: 0.7 });
    expect([0, 300, 10_000].map((step) => truthProbability(set, step))).toEqual([0.3, 0.3, 0.3]);
  });
});
