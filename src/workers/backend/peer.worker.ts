/**
 * The entry of a thread that helps with training steps. It says once that it is up; from then on it answers in shared
 * memory, because the leader that waits for it reads no messages meanwhile.
 */
import { computeShare } from "../../engine/fused/threads/computeShare";
import type { Ops } from "../../engine/fused/ops";
import { createWasmOps } from "../../engine/fused/wasm/wasmOps";
import { DONE, FAILED, type PeerTask, viewPeerMemory } from "./peerMemory";

declare const self: DedicatedWorkerGlobalScope;

/** @throws so that the leader's page hears why, after the leader has been told that it failed */
function answer(ops: Ops, { peer, memory, shape, share }: PeerTask): void {
  const { states, losses, parameters, gradients } = viewPeerMemory(memory);
  const tell = (state: number): void => {
    Atomics.store(states, peer, state);
    Atomics.notify(states, peer);
  };
  try {
    const { loss, gradient } = computeShare(ops, shape, parameters, share);
    losses[peer] = loss;
    gradients[peer]?.set(gradient);
    tell(DONE);
  } catch (error) {
    tell(FAILED);
    throw error;
  }
}

const ops = await createWasmOps();
if (!ops) throw new Error("a thread has no WebAssembly SIMD");
self.addEventListener("message", ({ data }: MessageEvent<PeerTask>) => answer(ops, data));
self.postMessage("up");
