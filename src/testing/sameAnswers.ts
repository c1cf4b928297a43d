/** Compares answers of two computations: the tokens and positions exactly, the entropies up to rounding. */
import { expect } from "vitest";
import type { Decoded } from "../engine/decoding/greedy";
import { expectClose } from "./closeness";

const ROUNDING = 1e-5; // of the largest entropy

/** The part of answers that two computations share exactly. */
export function exactly(answers: readonly Decoded[]) {
  return answers.map(({ entropies, ...answer }) => ({ ...answer, attended: entropies?.length }));
}

export function expectSameEntropies(
  actual: readonly Decoded[],
  expected: readonly Decoded[],
): void {
  const [ours, theirs] = [entropiesOf(actual), entropiesOf(expected)];
  if (theirs.length === 0) expect(ours).toEqual([]);
  else expectClose(ours, theirs, ROUNDING);
}

function entropiesOf(answers: readonly Decoded[]): number[] {
  return answers.flatMap(({ entropies }) => entropies ?? []);
}
