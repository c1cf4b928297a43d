/** A system in the comparison, in the browser or outside it. */
import type { Profile } from "./systems/watchedOps";

export interface ComparedSystem {
  /** Makes this many updates. @returns the loss before the last one */
  train(steps: number): Promise<number>;
  /** Makes this many updates. @returns the milliseconds of all of them */
  time(steps: number): Promise<number>;
  /** The pieces of work that one update gives the device; null where they cannot be counted. */
  launches(): Promise<number | null>;
  /** Milliseconds a token in a greedy answer; null where the system does not decode. */
  timeToken(): Promise<number | null>;
  /** The time of an update by operation, the mean of this many updates; null where it cannot be measured. */
  profile(steps: number): Promise<Profile | null>;
  close(): Promise<void>;
}
