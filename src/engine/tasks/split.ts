/** The split of a content, decided by its hash alone, so that no run and no seed mixes the splits. */
import { hashText, mix } from "../rng";
import type { Split } from "./task";

const HELD_OUT_ONE_IN = 8; // of the contents of a generated task

/** A hash in [0, 2^32), evenly spread. */
export function contentHash(content: string): number {
  return mix(hashText(content));
}

/** The split of a content; about one content in `oneIn` is held out. */
export function splitOf(content: string, oneIn: number): Split {
  return contentHash(content) % oneIn === 0 ? "heldOut" : "train";
}

/**
 * Draws until the content is in the split: about one draw for training, eight for held-out.
 * Never returns if no content is in that split.
 */
export function drawOnSide<T>(split: Split, draw: () => T, contentOf: (drawn: T) => string): T {
  let drawn = draw();
  while (splitOf(contentOf(drawn), HELD_OUT_ONE_IN) !== split) drawn = draw();
  return drawn;
}

/** The given items whose content is held out, in their order. */
export function heldOutOf<T>(items: readonly T[], contentOf: (item: T) => string): readonly T[] {
  return items.filter((item) => splitOf(contentOf(item), HELD_OUT_ONE_IN) === "heldOut");
}
