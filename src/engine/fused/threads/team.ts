/** Threads that help with a training step. They keep nothing from step to step, so nothing in them can drift. */
import type { ModelShape } from "../../modelShape";
import type { TrainingExample } from "../../training/learner";

export interface Team {
  /** How many there are beside the thread that leads them. */
  readonly peers: number;
  /**
   * Has the peers work out their shares while the caller works out its own.
   * @returns waits for them; their results are in the order of the shares, and valid until the next step
   * @throws, now or while waiting, where a peer has failed or does not answer
   */
  readonly begin: (step: TeamStep) => () => readonly ShareResult[];
}

/** What the peers are given. */
export interface TeamStep {
  readonly shape: ModelShape;
  readonly parameters: Float32Array; // [P]
  /** One for each peer, beginning with the first; there may be fewer. */
  readonly shares: readonly TrainingExample[];
}

export interface ShareResult {
  readonly loss: number; // mean over the share's real target tokens, in nats
  readonly gradient: Float32Array; // of that, [P]
}
