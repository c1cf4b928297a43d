/** What the fused operations are held to on a GPU, by whatever way they reach it. */
import { expect, test } from "@playwright/test";
import type { CaseResult, FusedMember } from "./harness/fusedCases";

const MOST_LAUNCHES = 250; // of a training step; the textbook composition needs some 2,200

/** One way to a GPU. */
export interface Way {
  readonly name: string; //      in the report
  readonly tolerance: number; // relative to the largest number of a result
}

function note({ name }: Way, description: string): void {
  test.info().annotations.push({ type: `fused ${name}`, description });
}

/** Notes the largest error for the report. */
function noteWorst(way: Way, what: string, errors: readonly number[]): void {
  note(way, `${what}, largest relative difference ${Math.max(...errors).toExponential(1)}`);
}

/** Every operation gives what the plain one does. */
export function expectCases(way: Way, results: readonly CaseResult[]): void {
  const errors = results.map(({ error }) => error);
  noteWorst(way, `${results.length} cases against plain operations`, errors);
  expect(results.length).toBeGreaterThan(100);
  const isOff = ({ error, isExact }: CaseResult): boolean =>
    !(error <= (isExact ? 0 : way.tolerance));
  expect(results.filter(isOff)).toEqual([]);
}

/**
 * The network's quantities, gradients and updates are PyTorch's.
 * @param names the members that must be there, in any order; null: whichever there are
 */
export function expectMembers(
  way: Way,
  results: readonly FusedMember[],
  names: readonly string[] | null,
): void {
  const errors = results.flatMap(({ deviations }) => deviations.map(({ error }) => error));
  noteWorst(way, `${results.length} members against PyTorch`, errors);
  if (names) expect(results.map(({ name }) => name).toSorted()).toEqual(names.toSorted());
  for (const { name, deviations } of results) {
    const groups = new Set(deviations.map(({ group }) => group));
    expect([...groups].toSorted(), name).toEqual(["adam", "forward", "gradient"]);
    expect(
      deviations.filter(({ error }) => !(error <= way.tolerance)),
      name,
    ).toEqual([]);
  }
}

/** A training step is few pieces of work for the GPU. */
export function expectFewLaunches(way: Way, launches: number): void {
  note(way, `${launches} launches in a training step`);
  expect(launches).toBeGreaterThan(0);
  expect(launches).toBeLessThanOrEqual(MOST_LAUNCHES);
}
