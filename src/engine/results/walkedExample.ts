/** One example before and after a walked update (`updateAccount.ts`). */
import type { Show } from "../show";
import type { RoadsAnswer } from "./roads";
import type { Trace } from "./trace";

/** A row of the batch, 0-based, or the example of a Show. */
export type Followed =
  { readonly kind: "row"; readonly row: number } | { readonly kind: "shown"; readonly show: Show };

export interface BeforeAndAfter {
  readonly before: Trace;
  readonly after: Trace;
}

/** Greedy decodes without dropout and without the student's edits. */
export interface WalkedExample {
  readonly of: Followed;
  /** Fed what the update fed a row, else the truth; its own answers where the truth is unknown. */
  readonly fed: BeforeAndAfter;
  /** Fed its own answers. */
  readonly free: BeforeAndAfter;
  /** The gradient of the mean loss of the first of the fed decodes. */
  readonly roads: RoadsAnswer;
}

/** Whether both follow the same example, decoded alike. */
export function isSameFollowed(a: Followed, b: Followed): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
