/** Threads that help with a training step. They have no state between steps, so they cannot diverge. */
import type { ModelShape } from "../../setup/modelShape";
import type { TrainingExample } from "../../training/learner";

export interface Team {
  /** The number of threads beside the leader. */
  readonly peers: number;
  /**
   * Starts the peers on their shares, while the caller computes its own.
   * @throws if a peer has failed before
   */
  readonly begin: (step: TeamStep) => SharedStep;
}

/** A running step. The caller ends it with one of these calls, so that no peer is busy when the next step begins. */
export interface SharedStep {
  /**
   * Waits for the peers.
   * @returns their results in the order of the shares, valid until the next step
   * @throws if a peer has failed or does not answer
   */
  readonly finish: () => readonly ShareResult[];
  /** Waits for the peers after the caller has failed, and ignores their results. The team cannot be used afterwards. */
  readonly giveUp: () => void;
}

/** The input of the peers. */
export interface TeamStep {
  readonly shape: ModelShape;
  readonly parameters: Float32Array; // [P]
  /** One for each peer, from the first on; possibly fewer than peers. */
  readonly shares: readonly TrainingExample[];
}

export interface ShareResult {
  readonly loss: number; // mean over the share's real target tokens, in nats
  readonly gradient: Float32Array; // of this loss, [P]
}
