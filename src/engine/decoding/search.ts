/**
 * A search for an answer that reads the logits of each step, as a generator: it says which paths to extend and is given
 * their logits. So it knows no tensors, and whatever computes a step can carry it out, at once or after a transfer.
 */

/** A step of all live paths. */
export interface Extension {
  readonly step: number; // 0-based
  /** The index of each path's parent among the paths of the step before; at the first step there is one path. */
  readonly parents: readonly number[];
  /** The last token of each path. */
  readonly tokens: readonly number[];
}

/** It is given the logits of every extension that it asks for, [live paths, V]. */
export type Search<Result> = Generator<Extension, Result, Float32Array>;

/** Carries out a search whose logits are there at once. */
export function carryOut<Result>(
  search: Search<Result>,
  extend: (extension: Extension) => Float32Array,
): Result {
  let turn = search.next();
  while (turn.done !== true) turn = search.next(extend(turn.value));
  return turn.value;
}

/** Carries out a search whose logits come from a device. */
export async function carryOutLater<Result>(
  search: Search<Result>,
  extend: (extension: Extension) => Promise<Float32Array>,
): Promise<Result> {
  let turn = search.next();
  while (turn.done !== true) turn = search.next(await extend(turn.value));
  return turn.value;
}
