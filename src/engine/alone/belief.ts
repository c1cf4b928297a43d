/** What a classifier believes after every letter of a name. Plain data. */

export interface Reading {
  readonly name: string;
  readonly letters: readonly string[];
  readonly unknown: readonly boolean[]; // letters that no training name has
  /** Before the first letter, then after each one: a probability for every class. [m + 1][C] */
  readonly beliefs: readonly (readonly number[])[];
  /** The last state of every beginning of the name. [m][K] */
  readonly states: readonly (readonly number[])[];
  /** The class that a list gives this name; null: none does. */
  readonly label: number | null;
}

/**
 * How much each letter changed the belief: the probability that it moves from some classes to others, from 0 to 1 (the
 * total variation distance). [m]
 */
export function changes({ beliefs }: Pick<Reading, "beliefs">): number[] {
  return beliefs.slice(1).map((after, i) => {
    const before = beliefs[i] ?? [];
    return after.reduce((sum, p, c) => sum + Math.abs(p - (before[c] ?? 0)), 0) / 2;
  });
}

/** The position of the letter that changed the belief most; null for a name without letters. */
export function decidingLetter(reading: Pick<Reading, "beliefs">): number | null {
  const moved = changes(reading);
  return moved.length === 0 ? null : moved.indexOf(Math.max(...moved));
}

/** Classes by falling probability. */
export function ranked(
  belief: readonly number[],
): { readonly label: number; readonly p: number }[] {
  return belief.map((p, label) => ({ label, p })).toSorted((a, b) => b.p - a.p);
}
