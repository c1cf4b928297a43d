/** The fused operations and the network on them, whatever they run on: case by case, and against fixtures of the oracle. */
import type { Ops } from "../../src/engine/fused/ops";
import { readFixtures } from "../../src/testing/fixtures";
import { errorOf, OPS_CASES } from "../../src/testing/opsCases";
import { compareFusedWithFixture } from "../../src/testing/oracleFused";
import type { MemberResult } from "./oracle";

export interface CaseResult {
  readonly name: string;
  readonly isExact: boolean;
  readonly error: number;
}

export type FusedMember = Omit<MemberResult, "expected">;

/** Every case of every operation, against the plain ones. */
export function runCases(ops: Ops): CaseResult[] {
  return OPS_CASES.map((each) => {
    const { name, isExact } = each;
    return { name, isExact, error: errorOf(ops, each) };
  });
}

/** Compares those members of a fixture file that are named, or all of them. */
export function compareMembers(
  ops: Ops,
  file: Uint8Array<ArrayBuffer>,
  names: readonly string[] | null,
): FusedMember[] {
  return readFixtures(file)
    .filter(({ name }) => names === null || names.includes(name))
    .map((fixture) => ({
      name: fixture.name,
      deviations: compareFusedWithFixture(ops, fixture),
    }));
}
