/**
 * How the threads of a team communicate. The leader posts each peer its task and writes the parameters into shared
 * memory; each peer writes the loss and gradient of its share there, and then its state.
 */
import type { ModelShape } from "../../engine/setup/modelShape";
import type { TrainingExample } from "../../engine/training/learner";

/** A peer's share of a training step. */
export interface PeerTask {
  readonly peer: number; // index of the peer
  readonly memory: PeerMemory;
  readonly shape: ModelShape;
  readonly share: TrainingExample;
}

/** The states of a peer. */
export const WORKING = 0;
export const DONE = 1;
export const FAILED = 2;

/** The shared memory of a team, for models of one size. */
export interface PeerMemory {
  readonly buffer: SharedArrayBuffer;
  readonly peers: number;
  readonly size: number; // parameters of the model, P
}

/** Laid out in this order, 4 bytes a number. */
export interface PeerViews {
  readonly states: Int32Array; //       [peers]
  readonly losses: Float32Array; //     [peers]
  readonly parameters: Float32Array; // [P]
  readonly gradients: readonly Float32Array[]; // one [P] a peer
}

function createPeerMemory(peers: number, size: number): PeerMemory {
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

/** The memories for the models that train, one for each size. */
export class PeerMemories {
  readonly #peers: number;
  #kept: readonly PeerMemory[] = [];

  constructor(peers: number) {
    this.#peers = peers;
  }

  /** The memory for models of this size. It keeps that of one other size, because two lanes take turns. */
  of(size: number): PeerMemory {
    const memory =
      this.#kept.find((each) => each.size === size) ?? createPeerMemory(this.#peers, size);
    this.#kept = [memory, ...this.#kept.filter((each) => each !== memory)].slice(0, 2);
    return memory;
  }
}
