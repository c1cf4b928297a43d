/** The fused operations on an own WebAssembly module: each is one call of a kernel, or two. */
import type { Ops } from "../ops";
import { arrangementOps } from "./arrangementOps";
import { attentionOps } from "./attentionOps";
import { cellOps } from "./cellOps";
import { elementwiseOps } from "./elementwiseOps";
import { startKernels } from "./kernels";
import { learningOps } from "./learningOps";
import type { Machine } from "./machine";
import { createMemory } from "./memory";
import { memoryOps } from "./memoryOps";
import { productOps } from "./productOps";
import { tokenOps } from "./tokenOps";

/** Each has a memory of its own, so their matrices do not mix. null where the browser runs no WebAssembly SIMD. */
export async function createWasmOps(): Promise<Ops | null> {
  const kernels = await startKernels();
  if (!kernels) return null;
  const machine: Machine = { kernels, memory: createMemory(kernels.memory, kernels.firstFree()) };
  return {
    ...memoryOps(machine),
    ...productOps(machine),
    ...arrangementOps(machine),
    ...elementwiseOps(machine),
    ...tokenOps(machine),
    cells: cellOps(machine),
    ...attentionOps(machine),
    ...learningOps(machine),
  };
}
