/** Shortens a list that fails to one in which nothing can be left out: delta debugging (Zeller and Hildebrandt 2002). */

/**
 * @param fails whether a list fails in the same way; the whole list does
 * @param tries the most lists to try
 */
export async function shrink<T>(
  whole: readonly T[],
  fails: (part: readonly T[]) => Promise<boolean>,
  tries: number,
): Promise<readonly T[]> {
  let [list, parts, left] = [whole, 2, tries];
  while (list.length > 0 && left > 0) {
    const size = Math.ceil(list.length / parts);
    let shorter: readonly T[] | null = null;
    // From the end: the last acts are near the failure, so the first ones are left out first.
    for (let at = 0; at < list.length && left > 0 && !shorter; at += size) {
      const rest = [...list.slice(0, at), ...list.slice(at + size)];
      left--;
      if (await fails(rest)) shorter = rest;
    }
    if (shorter) [list, parts] = [shorter, Math.max(2, parts - 1)];
    else if (size === 1) break;
    else parts = Math.min(list.length, parts * 2);
  }
  return list;
}
