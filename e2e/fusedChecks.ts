/** Checks of the fused operations, for every GPU backend. */
import { expect, test } from "@playwright/test";
import type { CaseResult, FusedMember } from "./harness/fusedCases";
import type { StepSize } from "./harness/trainingStep";
import type { TraceCase } from "./harness/traceCases";
import type { WalkedLosses } from "./harness/walkedUpdate";

export interface GpuBackend {
  readonly name: string; //      in the report
  readonly tolerance: number; // relative to the largest number of a result
  readonly mostLaunches: number; // of a training step; the textbook composition has about 2,200
}

function note({ name }: GpuBackend, description: string): void {
  test.info().annotations.push({ type: `fused ${name}`, description });
}

/** Records the largest error in the report. */
function noteWorst(gpu: GpuBackend, what: string, errors: readonly number[]): void {
  note(gpu, `${what}, largest relative difference ${Math.max(...errors).toExponential(1)}`);
}

/** Every operation agrees with the plain one. */
export function expectCases(gpu: GpuBackend, results: readonly CaseResult[]): void {
  const errors = results.map(({ error }) => error);
  noteWorst(gpu, `${results.length} cases against plain operations`, errors);
  expect(results.length).toBeGreaterThan(100);
  const isOff = ({ error, isExact }: CaseResult): boolean =>
    !(error <= (isExact ? 0 : gpu.tolerance));
  expect(results.filter(isOff)).toEqual([]);
}

/** Every trace agrees with that of plain operations. */
export function expectTraces(gpu: GpuBackend, cases: readonly TraceCase[]): void {
  note(gpu, `${cases.length} traces against plain operations`);
  expect(cases.length).toBeGreaterThanOrEqual(50);
  expect(cases.filter(({ differences }) => differences.length > 0)).toEqual([]);
}

/**
 * The network's quantities, gradients and updates agree with PyTorch.
 * @param names the required members, in any order; null: no requirement
 */
export function expectMembers(
  gpu: GpuBackend,
  results: readonly FusedMember[],
  names: readonly string[] | null,
): void {
  const errors = results.flatMap(({ deviations }) => deviations.map(({ error }) => error));
  noteWorst(gpu, `${results.length} members against PyTorch`, errors);
  if (names) expect(results.map(({ name }) => name).toSorted()).toEqual(names.toSorted());
  for (const { name, deviations } of results) {
    const groups = new Set(deviations.map(({ group }) => group));
    expect([...groups].toSorted(), name).toEqual(["adam", "forward", "gradient"]);
    expect(
      deviations.filter(({ error }) => !(error <= gpu.tolerance)),
      name,
    ).toEqual([]);
  }
}

/** The numbers of a walked update are those of the update, and training goes on as without a walk. */
export function expectWalk({ mean, walked, plain }: WalkedLosses): void {
  expect(plain).toHaveLength(2);
  expect(mean).toBeCloseTo(plain[0] ?? Number.NaN, 4);
  for (const [i, loss] of plain.entries()) expect(walked[i]).toBeCloseTo(loss, 4);
}

/** The training steps whose launches are counted. */
const COUNTED: readonly StepSize[] = [
  { batch: 64, hidden: 64 },
  { batch: 128, hidden: 256 },
];

/** A step stays within the limit at a small size and at a large one. */
export async function expectFewLaunches(
  gpu: GpuBackend,
  count: (size: StepSize) => Promise<number>,
): Promise<void> {
  for (const size of COUNTED) {
    const launches = await count(size);
    note(gpu, `${launches} launches in a training step, H ${size.hidden}, batch ${size.batch}`);
    expect(launches).toBeGreaterThan(0);
    expect(launches).toBeLessThanOrEqual(gpu.mostLaunches);
  }
}
