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

/**
 * Compares every operation in every size with the plain operations.
 * @param every whether each size is tried on whole matrices and on windows, or on one of them
 */
export async function runCases(ops: Ops, every: boolean): Promise<CaseResult[]> {
  const results: CaseResult[] = [];
  for (const each of OPS_CASES.filter((_, i) => every || isTaken(i))) {
    const { name, isExact } = each;
    results.push({ name, isExact, error: await errorOf(ops, each) });
  }
  return results;
}

/** Cases come in pairs, whole and in windows: of one pair the first, of the next one the second. */
const isTaken = (index: number): boolean => index % 4 === 0 || index % 4 === 3;

/** Compares the named members of a fixture file, or all of them. */
export async function compareMembers(
  ops: Ops,
  file: Uint8Array<ArrayBuffer>,
  names: readonly string[] | null,
): Promise<FusedMember[]> {
  const members: FusedMember[] = [];
  for (const fixture of readFixtures(file)) {
    const { name } = fixture;
    if (names !== null && !names.includes(name)) continue;
    members.push({ name, deviations: await compareFusedWithFixture(ops, fixture) });
  }
  return members;
}
