/** Threads that help with a training step. They keep nothing from step to step, so nothing in them can drift. */
import type { ModelShape } from "../../setup/modelShape";
import type { TrainingExample } from "../../training/learner";

export interface Team {
  /** How many there are beside the thread that leads them. */
  readonly peers: number;
  /**
   * Has the peers work out their shares while the caller works out its own.
   * @throws where a peer has failed before
   */
  readonly begin: (step: TeamStep) => SharedStep;
}

/** A step that the peers are at. It comes to one end or the other, so that none is still at it when the next begins. */
export interface SharedStep {
  /**
   * Waits for the peers.
   * @returns their results in the order of the shares, valid until the next step
   * @throws where a peer has failed or does not answer
   */
  readonly finish: () => readonly ShareResult[];
  /** Waits for the peers of a step that has failed without them. What comes of them is no news; the team is of no use after. */
  readonly giveUp: () => void;
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
