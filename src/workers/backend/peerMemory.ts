/**
 * What the threads of a team tell each other: the leader sends each peer its task, and they share memory. The leader writes
 * the parameters, each peer its share's loss and gradient, and then how it fared.
 */
import type { ModelShape } from "../../engine/setup/modelShape";
import type { TrainingExample } from "../../engine/training/learner";

/** A share of a step: all that a peer knows of it. */
export interface PeerTask {
  readonly peer: number; // which of them this is
  readonly memory: PeerMemory;
  readonly shape: ModelShape;
  readonly share: TrainingExample;
}

/** How far a peer is with its share. */
export const WORKING = 0;
export const DONE = 1;
export const FAILED = 2;

/** What a piece of shared memory is for. */
export interface PeerMemory {
  readonly buffer: SharedArrayBuffer;
  readonly peers: number;
  readonly size: number; // parameters of the model, P
}

/** One behind the other, 4 bytes a number. */
export interface PeerViews {
  readonly states: Int32Array; //       [peers]
  readonly losses: Float32Array; //     [peers]
  readonly parameters: Float32Array; // [P]
  readonly gradients: readonly Float32Array[]; // [P] of each peer
}

export function createPeerMemory(peers: number, size: number): PeerMemory {
  return { buffer: new SharedArrayBuffer(4 * (2 * peers + (1 + peers) * size)), peers, size };
}

export function viewPeerMemory({ buffer, peers, size }: PeerMemory): PeerViews {
  const part = (from: number, length: number) => new Float32Array(buffer, 4 * from, length);
  const numbers = 2 * peers;
  return {
    states: new Int32Array(buffer, 0, peers),
    losses: part(peers, peers),
    parameters: part(numbers, size),
    gradients: Array.from({ length: peers }, (_, i) => part(numbers + (1 + i) * size, size)),
  };
}
