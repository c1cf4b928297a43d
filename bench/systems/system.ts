/** The interface of a system that runs in the browser. */
import type { Work } from "../work";
import type { Profile } from "./watchedOps";

export interface System {
  /**
   * Makes this many updates on the batch, one after the other, and waits for their end.
   * @returns the loss before the last update, in nats
   */
  train(steps: number): Promise<number>;
  /** The pieces of work that one update gives the device; absent where they cannot be counted. */
  launches?(): Promise<number>;
  /** Decodes the first source of the batch greedily. @returns the number of computed tokens */
  answer?(): Promise<number>;
  /** The time of an update by operation, the mean over many updates. */
  profile?(steps: number): Promise<Profile>;
}

/** Starts a system on the first weights; null where this browser does not have it. */
export type StartSystem = (work: Work) => Promise<System | null>;
