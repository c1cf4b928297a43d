/** What the benchmark asks of a system that trains. */
import type { Work } from "../work";
import type { Profile } from "./watchedOps";

export interface System {
  /**
   * Makes that many updates on the batch, one after the other, and waits until they are done.
   * @returns the loss before the last of them, in nats
   */
  train(steps: number): Promise<number>;
  /** Pieces of work that one update hands to the device, where they can be counted. */
  launches?(): Promise<number>;
  /** Answers the batch's first source greedily; returns how many tokens were computed. */
  answer?(): number;
  /** Where the time of an update goes, the mean of many. */
  profile?(steps: number): Promise<Profile>;
}

/** Sets a system up on first weights; null where this browser does not have it. */
export type StartSystem = (work: Work) => Promise<System | null>;
