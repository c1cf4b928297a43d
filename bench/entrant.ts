/** A system as the driver sees it, in the browser or out of it. */
import type { Profile } from "./systems/watchedOps";

export interface Entrant {
  /** Makes that many updates; returns the loss before the last. */
  train(steps: number): Promise<number>;
  /** Makes that many updates; returns the milliseconds of all together. */
  time(steps: number): Promise<number>;
  /** Pieces of work that one update hands to the device; null where nothing counts them. */
  launches(): Promise<number | null>;
  /** Milliseconds that a token of a greedy answer takes; null where the system gives no answers. */
  timeToken(): Promise<number | null>;
  /** Where the time of an update goes, the mean of so many; null where nothing tells. */
  profile(steps: number): Promise<Profile | null>;
  close(): Promise<void>;
}
