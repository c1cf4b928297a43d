import { tensor2d, tile } from "@tensorflow/tfjs-core";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { startNodeBackend } from "../../testing/nodeBackend";
import { plainResult } from "../model/scope";
import { createRandom } from "../rng";
import { sampleTokens } from "./sampling";

/** One draw from the same logits for each u. */
function draw(logits: Float32Array, temperature: number, us: readonly number[]): number[] {
  return plainResult(() => {
    const rows = tile(tensor2d(logits, [1, logits.length]), [us.length, 1]);
    const tokens = sampleTokens(rows, temperature, tensor2d([...us], [us.length, 1]));
    return Array.from(tokens.dataSync());
  });
}

/** Shares of each token among many draws. */
function shares(logits: Float32Array, temperature: number): number[] {
  const random = createRandom(3);
  const draws = 20_000;
  const us = Array.from({ length: draws }, () => random.next());
  const counts = Array.from(logits, () => 0);
  for (const token of draw(logits, temperature, us)) counts[token] = (counts[token] ?? 0) + 1;
  return counts.map((n) => n / draws);
}

describe.each(["cpu", "wasm"] as const)("sampling on %s", (backend) => {
  beforeAll(() => startNodeBackend(backend));

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
      expect(draw(logits, 1, [0.7])).toEqual([0]);
  });

  it("draws only tokens with a probability above 0, for any u and logits", () => {
    fc.assert(
      fc.property(
        fc.array(fc.float({ min: -200, max: 200, noNaN: true }), { minLength: 1, maxLength: 8 }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        fc.double({ min: 0.1, max: 3, noNaN: true }),
        (logits, u, temperature) => {
          const [token = -1] = draw(Float32Array.from(logits), temperature, [u]);
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
