import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRandom } from "../rng";
import { sampleToken } from "./sampling";

/** Shares of each token among many draws. */
function shares(logits: Float32Array, temperature: number): number[] {
  const random = createRandom(3);
  const draws = 20_000;
  const counts = Array.from(logits, () => 0);
  for (let i = 0; i < draws; i++) {
    const token = sampleToken(logits, temperature, random.next());
    counts[token] = (counts[token] ?? 0) + 1;
  }
  return counts.map((n) => n / draws);
}

describe("sampling", () => {
  it("draws each token with probability softmax(logits / temperature)", () => {
    const logits = Float32Array.of(1, 0, -1, 2);
    for (const temperature of [0.5, 1, 2]) {
      const powers = Array.from(logits, (x) => Math.exp(x / temperature));
      const total = powers.reduce((a, b) => a + b, 0);
      shares(logits, temperature).forEach((share, i) =>
        expect(Math.abs(share - (powers[i] ?? 0) / total)).toBeLessThan(0.015),
      );
    }
  });

  it("approaches the argmax as the temperature falls", () => {
    expect(shares(Float32Array.of(1, 3, 2), 0.02)).toEqual([0, 1, 0]);
  });

  it("draws the first token if a logit is NaN, like argmax", () => {
    for (const logits of [Float32Array.of(NaN, NaN, NaN), Float32Array.of(1, NaN, 2)])
      expect(sampleToken(logits, 1, 0.7)).toBe(0);
  });

  it("draws only tokens with a probability above 0, for any u and logits", () => {
    fc.assert(
      fc.property(
        fc.array(fc.float({ min: -200, max: 200, noNaN: true }), { minLength: 1, maxLength: 8 }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        fc.double({ min: 0.1, max: 3, noNaN: true }),
        (logits, u, temperature) => {
          const token = sampleToken(Float32Array.from(logits), temperature, u);
          expect(token).toBeGreaterThanOrEqual(0);
          expect(token).toBeLessThan(logits.length);
          const gap = Math.max(...logits) - (logits[token] ?? 0);
          expect(Math.exp(-gap / temperature)).toBeGreaterThan(0);
        },
      ),
      { seed: 1 },
    );
  });
});
