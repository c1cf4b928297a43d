/** The device that WebGPU gives this worker, and its end. */
import type { Ops } from "../../engine/fused/ops";
import { createLatch } from "./onceSignal";

const loss = createLatch();

/** The fused operations on WebGPU; null where there is none, or only one that a processor plays and nobody asks for. */
export async function openWebgpu(allowsSoftware: boolean): Promise<Ops | null> {
  const { createWebgpuOps } = await import("../../engine/fused/webgpu/webgpuOps");
  return createWebgpuOps({ allowsSoftware, onFailure: loss.tell });
}

/** Calls back when the device has gone or has refused something, also where that was before. */
export const onWebgpuLost = loss.listen;
