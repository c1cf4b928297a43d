/** The fused operations in WebAssembly: each calls one or two kernels. */
import type { HostOps } from "../ops";
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

/** Creates operations with their own memory. null if the browser lacks WebAssembly SIMD. */
export async function createWasmOps(): Promise<HostOps | null> {
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
