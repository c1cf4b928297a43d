/** Operations whose numbers and whose progress wait for a fake WebGPU device. */
import type { HostOps, Ops } from "../engine/fused/ops";
import type { StartLimit } from "../engine/fused/webgpu/connection";
import { openOps } from "../engine/fused/webgpu/webgpuOps";
import { createRandom } from "../engine/rng";
import type { FakeDevice, Schedule } from "./fakeDevice";
import { yieldToMessages } from "../workers/yieldToMessages";

export const noLimit: StartLimit = () => () => undefined;

/**
 * Computes on the host and reads through WebGPU's own staging buffers: numbers are those of the call and arrive when
 * the device says so. Each update is a submission of the device.
 */
export function createLateOps(
  host: HostOps,
  device: FakeDevice,
  startLimit: StartLimit = noLimit,
): Ops {
  const gpu = openOps(device, { startLimit, onFailure: () => undefined });
  const ops: Partial<HostOps> & Ops = { ...host };
  delete ops.readNow; // nothing can be read at once
  return {
    ...ops,
    read: (...ms) =>
      gpu.scope(() => {
        const values = host.readNow(...ms);
        return gpu.read(gpu.matrix(values, 1, values.length));
      }),
    room: () => {
      gpu.scope(() => gpu.tanh(gpu.zeros(1, 1)));
      return gpu.room();
    },
  };
}

/** Every answer comes this many tasks later, in order. */
export const lateBy =
  (tasks: number): Schedule =>
  (deliver) => {
    const wait = async (): Promise<void> => {
      for (let i = 0; i < tasks; i++) await yieldToMessages();
      deliver();
    };
    void wait();
  };

/** Answers come a few tasks later, in any order. */
export function inAnyOrder(seed: number): Schedule {
  const random = createRandom(seed, "answers");
  return (deliver) => lateBy(1 + random.below(9))(deliver);
}
