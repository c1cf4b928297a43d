/** Bounds the memory of the history of losses. */

/** The losses that a history keeps at most: one of every update up to the largest cap of one press on Train. */
export const MOST_LOSSES = 20_000;

/**
 * The points that a history keeps. Up to `most` it keeps all; of more it keeps those of every second update, every
 * fourth and so on, and always the newest, so that between a quarter and half of `most` remain and the next ones have
 * room. Each kept loss is one that was measured.
 * @param points in the order of their updates
 * @returns the given array itself where all stay
 */
export function thinned<T extends { readonly step: number }>(
  points: readonly T[],
  most: number = MOST_LOSSES,
): readonly T[] {
  let kept = points;
  for (let every = 2; kept.length > (kept === points ? most : most / 2); every *= 2)
    kept = kept.filter(({ step }, i) => step % every === 0 || i === kept.length - 1);
  return kept;
}
