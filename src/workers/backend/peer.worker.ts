/**
 * The entry of a peer, a thread that computes shares of training steps. It posts one message when it is up. Its results
 * go through shared memory, because the leader reads no messages while it waits.
 */
import { computeShare } from "../../engine/fused/threads/computeShare";
import type { HostOps } from "../../engine/fused/ops";
import { createWasmOps } from "../../engine/fused/wasm/wasmOps";
import { DONE, FAILED, type PeerTask, viewPeerMemory } from "./peerMemory";

declare const self: DedicatedWorkerGlobalScope;

/** @throws after it has set the state to FAILED, so that the leader gets the reason as a worker error */
function compute(ops: HostOps, { peer, memory, shape, share }: PeerTask): void {
  const { states, losses, parameters, gradients } = viewPeerMemory(memory);
  const setState = (state: number): void => {
    Atomics.store(states, peer, state);
    Atomics.notify(states, peer);
  };
  try {
    const { loss, gradient } = computeShare(ops, shape, parameters, share);
    losses[peer] = loss;
    gradients[peer]?.set(gradient);
    setState(DONE);
  } catch (error) {
    setState(FAILED);
    throw error;
  }
}

const ops = await createWasmOps();
if (!ops) throw new Error("peer: the browser has no WebAssembly SIMD");
self.addEventListener("message", ({ data }: MessageEvent<PeerTask>) => compute(ops, data));
self.postMessage("up");
