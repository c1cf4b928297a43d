/** Runs the fused operations case by case, and the fused network on fixtures of the oracle, on any backend. */
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

/** Compares every case of every operation with the plain operations. */
export function runCases(ops: Ops): CaseResult[] {
  return OPS_CASES.map((each) => {
    const { name, isExact } = each;
    return { name, isExact, error: errorOf(ops, each) };
  });
}

/** Compares the named members of a fixture file, or all of them. */
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
