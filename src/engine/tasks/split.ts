/** Which half of the data a content belongs to: decided by the content alone, so no run and no seed can mix the halves. */
import { hashText, mix } from "../rng";
import type { Split } from "./task";

const HELD_OUT_ONE_IN = 8; // of the contents of a generated task

/** A number in [0, 2^32) that depends on the content alone, spread evenly. */
export function contentHash(content: string): number {
  return mix(hashText(content));
}

/** The split of a content; about one content in `oneIn` is held out. */
export function splitOf(content: string, oneIn: number): Split {
  return contentHash(content) % oneIn === 0 ? "heldOut" : "train";
}

/**
 * Draws until the content is on the wanted side: about one draw for training, eight for held-out.
 * Never comes back where no content is on that side.
 */
export function drawOnSide<T>(split: Split, draw: () => T, contentOf: (drawn: T) => string): T {
  let drawn = draw();
  while (splitOf(contentOf(drawn), HELD_OUT_ONE_IN) !== split) drawn = draw();
  return drawn;
}
