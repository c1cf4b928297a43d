/** Runs in a bare page: the fused operations on WebGPU, and the network on them. */
import type { Ops } from "../../src/engine/fused/ops";
import { createWebgpuOps } from "../../src/engine/fused/webgpu/webgpuOps";
import { readFixtures } from "../../src/testing/fixtures";
import { errorOf, OPS_CASES } from "../../src/testing/opsCases";
import { compareFusedWithFixture } from "../../src/testing/oracleFused";
import type { CaseResult } from "./fused";
import type { MemberResult } from "./oracle";
import { openTrainingStep } from "./trainingStep";

let ops: Ops | null = null;
const failures: string[] = [];

/** Brings up WebGPU. @returns whether there is any */
async function start(): Promise<boolean> {
  ops = await createWebgpuOps({ allowsSoftware: true, onFailure: (why) => failures.push(why) });
  return ops !== null;
}

function running(): Ops {
  if (!ops) throw new Error("start() first");
  return ops;
}

/** Every case of every operation, against the plain ones. */
function runCases(): CaseResult[] {
  return OPS_CASES.map((each) => {
    const { name, isExact } = each;
    return { name, isExact, error: errorOf(running(), each) };
  });
}

/** Compares those members of the fixture files that are named, or all of them. */
async function compare(
  addresses: readonly string[],
  names: readonly string[] | null,
): Promise<Omit<MemberResult, "expected">[]> {
  const results = [];
  for (const address of addresses) {
    const file = await (await fetch(address)).arrayBuffer();
    for (const fixture of readFixtures(new Uint8Array(file)))
      if (names === null || names.includes(fixture.name))
        results.push({
          name: fixture.name,
          deviations: compareFusedWithFixture(running(), fixture),
        });
  }
  return results;
}

/** Kernels that a training step runs. */
function countLaunches(): number {
  const { learner, step } = openTrainingStep(running());
  step();
  const launches = dispatchesDuring(step);
  learner.dispose();
  return launches;
}

type Dispatch = (this: unknown, ...groups: number[]) => void;

interface Browser {
  readonly GPUComputePassEncoder: { readonly prototype: { dispatchWorkgroups: Dispatch } };
}

function dispatchesDuring(work: () => void): number {
  const { prototype } = (globalThis as unknown as Browser).GPUComputePassEncoder;
  const { dispatchWorkgroups } = prototype as Readonly<Record<string, Dispatch>>;
  let dispatches = 0;
  prototype.dispatchWorkgroups = function (...groups) {
    dispatches++;
    dispatchWorkgroups?.apply(this, groups);
  };
  work();
  Object.assign(prototype, { dispatchWorkgroups });
  return dispatches;
}

export const webgpu = { start, runCases, compare, countLaunches, failures: () => failures };

Object.assign(globalThis, { webgpu });
