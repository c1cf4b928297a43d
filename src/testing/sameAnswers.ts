/** Compares answers of two computations: the tokens and positions exactly, the entropies up to rounding. */
import { expect } from "vitest";
import type { Decoded } from "../engine/decoding/greedy";

const ROUNDING = 1e-5; // nats

export function expectSameAnswers(actual: readonly Decoded[], expected: readonly Decoded[]): void {
  expect(actual.map(withoutEntropies)).toEqual(expected.map(withoutEntropies));
  expected.forEach(({ entropies }, row) =>
    entropies?.forEach((nats, t) =>
      expect(Math.abs((actual[row]?.entropies?.[t] ?? Infinity) - nats)).toBeLessThan(ROUNDING),
    ),
  );
}

function withoutEntropies({ entropies, ...answer }: Decoded) {
  return { ...answer, steps: entropies?.length ?? null };
}
