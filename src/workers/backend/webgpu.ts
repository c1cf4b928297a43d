/** The WebGPU device of this worker, and its loss. */
import type { Ops } from "../../engine/fused/ops";
import { startAnswerLimit } from "./answerLimit";
import { createOnceSignal } from "./onceSignal";

const lost = createOnceSignal();

/** The fused operations on WebGPU; null where the device has none, or only a software GPU that is not allowed. */
export async function openWebgpu(allowsSoftware: boolean): Promise<Ops | null> {
  const { createWebgpuOps } = await import("../../engine/fused/webgpu/webgpuOps");
  return createWebgpuOps({
    allowsSoftware,
    startLimit: startAnswerLimit,
    onFailure: lost.fire,
  });
}

/** Calls back when the device is lost or refuses an operation, at once where that has happened already. */
export const onWebgpuLost = lost.listen;
