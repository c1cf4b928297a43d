/** Counts the pieces of work that a device gets: draw calls on WebGL, dispatches on WebGPU, kernels of tfjs elsewhere. */
import { getBackend, profile } from "@tensorflow/tfjs-core";

/** @param work one update whose code is already compiled */
export async function countLaunches(work: () => Promise<void>): Promise<number> {
  if (getBackend() === "webgl") return countDraws(work);
  const { kernels } = await profile(async () => {
    await work();
    return [];
  });
  return kernels.length;
}

type Draw = "drawArrays" | "drawElements";

async function countDraws(work: () => Promise<void>): Promise<number> {
  const counted = [countCalls("drawArrays"), countCalls("drawElements")];
  await work();
  return counted.reduce((total, stop) => total + stop(), 0);
}

/** Counts the calls of a drawing method. @returns a function that stops the count and returns it */
function countCalls(name: Draw): () => number {
  const gl: Record<Draw, (...given: never[]) => void> = WebGL2RenderingContext.prototype;
  const original = gl[name];
  let count = 0;
  gl[name] = function (...given) {
    count++;
    original.apply(this, given);
  };
  return () => {
    gl[name] = original;
    return count;
  };
}

interface Passes {
  readonly GPUComputePassEncoder: {
    readonly prototype: { dispatchWorkgroups: (...groups: never[]) => void };
  };
}

/** @param work one update whose code is already compiled */
export async function countDispatches(work: () => Promise<void>): Promise<number> {
  const { prototype } = (globalThis as unknown as Passes).GPUComputePassEncoder;
  const original = prototype.dispatchWorkgroups;
  let count = 0;
  prototype.dispatchWorkgroups = function (...groups) {
    count++;
    original.apply(this, groups);
  };
  try {
    await work();
  } finally {
    prototype.dispatchWorkgroups = original;
  }
  return count;
}
