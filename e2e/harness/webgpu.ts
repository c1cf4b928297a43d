/** Runs in a bare page: the fused operations and the fused network on WebGPU. */
import { cutOut } from "../../src/engine/fused/matrix";
import type { Ops } from "../../src/engine/fused/ops";
import { createWebgpuOps } from "../../src/engine/fused/webgpu/webgpuOps";
import { startAnswerLimit } from "../../src/workers/backend/answerLimit";
import { OPS_CASES } from "../../src/testing/opsCases";
import { compareMembers, type FusedMember, runCases } from "./fusedCases";
import { runTraces } from "./traceCases";
import { openTrainingStep, type StepSize } from "./trainingStep";
import { walkAnUpdate } from "./walkedUpdate";

interface Browser {
  readonly GPUAdapter: { readonly prototype: { requestDevice: Request } };
  readonly GPUComputePassEncoder: { readonly prototype: { dispatchWorkgroups: Dispatch } };
}

type Request = (this: unknown, ...args: unknown[]) => Promise<{ destroy(): void }>;
type Dispatch = (this: unknown, ...groups: number[]) => void;

let ops: Ops | null = null;
let device: { destroy(): void } | null = null;
const failures: string[] = [];

/** Starts WebGPU. @returns whether it is available */
async function start(): Promise<boolean> {
  noteDevice();
  ops = await createWebgpuOps({
    allowsSoftware: true,
    startLimit: startAnswerLimit,
    onFailure: (why) => failures.push(why),
  });
  return ops !== null;
}

/** Keeps a reference to the device that the operations request. */
function noteDevice(): void {
  const { GPUAdapter } = globalThis as unknown as Partial<Browser>;
  if (!GPUAdapter) return;
  const { prototype } = GPUAdapter;
  const { requestDevice } = prototype as Readonly<Record<string, Request>>;
  prototype.requestDevice = async function (...args) {
    device = (await requestDevice?.apply(this, args)) ?? null;
    if (!device) throw new Error("webgpu: no device");
    return device;
  };
}

function running(): Ops {
  if (!ops) throw new Error("webgpu: call start() first");
  return ops;
}

/** The cases of one size whose second run gives other bits. */
async function findUnsteady(
  size: string,
): Promise<{ readonly tried: number; readonly unsteady: string[] }> {
  const cases = OPS_CASES.filter(({ name }) => name.includes(` ${size} `));
  const bitsOf = async (each: (typeof cases)[number]): Promise<string> => {
    const values = await running().scope(() => running().read(...each.run(running())));
    return new Uint32Array(values.buffer).join();
  };
  const unsteady: string[] = [];
  for (const each of cases)
    if ((await bitsOf(each)) !== (await bitsOf(each))) unsteady.push(each.name);
  return { tried: cases.length, unsteady };
}

/** Makes the buffer grow between a command and its read. @returns 1 to 6 */
async function growBetween(): Promise<number[]> {
  const all = running();
  const reading = all.scope(() => {
    const kept = all.keep(all.matrix(Float32Array.of(1, 2), 1, 2));
    const sum = all.add(kept, all.matrix(Float32Array.of(2, 2), 1, 2)); // not submitted yet
    const many = new Float32Array(2 ** 23).fill(5); // 32 MB, more than the first buffer
    const large = cutOut(all.matrix(many, 1, many.length), many.length - 1, [1, 1]);
    const six = all.add(large, all.add(cutOut(kept, 0, [1, 1]), all.zeros(1, 1)));
    const values = all.read(kept, sum, large, six);
    all.release(kept);
    return values;
  });
  return [...(await reading)];
}

/** Uploads into released memory while commands that read it are not submitted yet. @returns 2, 4, 6 */
async function uploadOver(): Promise<number[]> {
  const all = running();
  const reading = all.scope(() => {
    const doubled = [1, 2, 3].map((x) =>
      all.scope(() => {
        const m = all.matrix(Float32Array.of(x), 1, 1); // in the same place as the previous one
        return all.keep(all.add(m, m));
      }),
    );
    const values = all.read(...doubled);
    doubled.forEach((m) => all.release(m));
    return values;
  });
  return [...(await reading)];
}

/** Destroys the device during a read. @returns the errors of this read and of the next one */
async function readAfterLoss(): Promise<string[]> {
  const all = running();
  const read = (): Promise<string> =>
    all
      .scope(() => all.read(all.matrix(Float32Array.of(1, 2), 1, 2)))
      .then(() => "nothing", String);
  const during = read();
  device?.destroy();
  return [await during, await read()];
}

/** Compares the named members of the fixture files, or all of them. */
async function compare(
  addresses: readonly string[],
  names: readonly string[] | null,
): Promise<FusedMember[]> {
  const results = [];
  for (const address of addresses) {
    const file = await (await fetch(address)).arrayBuffer();
    results.push(...(await compareMembers(running(), new Uint8Array(file), names)));
  }
  return results;
}

/** The number of kernels in a training step. */
async function countLaunches(size: StepSize): Promise<number> {
  const { learner, step } = openTrainingStep(running(), size);
  const launches = await dispatchesDuring(step);
  learner.dispose();
  return launches;
}

async function dispatchesDuring(work: () => Promise<void>): Promise<number> {
  const { prototype } = (globalThis as unknown as Browser).GPUComputePassEncoder;
  const { dispatchWorkgroups } = prototype as Readonly<Record<string, Dispatch>>;
  let dispatches = 0;
  prototype.dispatchWorkgroups = function (...groups) {
    dispatches++;
    dispatchWorkgroups?.apply(this, groups);
  };
  await work();
  Object.assign(prototype, { dispatchWorkgroups });
  return dispatches;
}

export const webgpu = {
  start,
  /** @param every whether each operation meets each size whole and in windows, or one of them */
  runCases: (every: boolean) => runCases(running(), every),
  runTraces: (tolerance: number, every: boolean) => runTraces(running(), tolerance, every),
  walkAnUpdate: () => walkAnUpdate(running()),
  findUnsteady,
  growBetween,
  uploadOver,
  compare,
  countLaunches,
  readAfterLoss,
  failures: () => failures,
};

Object.assign(globalThis, { webgpu });
