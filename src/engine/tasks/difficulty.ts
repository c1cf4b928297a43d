/**
 * How hard each generated task may be made: plain numbers, so that the page knows them without the tasks themselves.
 * What a length and a symbol are differs from task to task; the texts say it.
 */
import type { Config } from "../setup/config";
import type { Bounds, Difficulty, GeneratedTaskId } from "./task";

export interface Offered {
  readonly initial: Difficulty;
  /** Where least and most are the same there is no choice. */
  readonly bounds: { readonly lengths: Bounds; readonly symbols: Bounds };
}

function offered(
  [least, shortest, longest, most]: readonly [number, number, number, number],
  [fewest, symbols, all]: readonly [number, number, number],
): Offered {
  return {
    initial: { shortest, longest, symbols },
    bounds: { lengths: { min: least, max: most }, symbols: { min: fewest, max: all } },
  };
}

// Below 2 of 5 letters there would be too few strings to hold any out.
const LETTERS = offered([2, 3, 8, 20], [5, 26, 26]);
// Lengths are in syllables, symbols are jamo: the 24 basic ones first, then those of names like 해운대.
const HANGUL = offered([1, 1, 4, 8], [10, 40, 40]);

export const DIFFICULTIES: Readonly<Record<GeneratedTaskId, Offered>> = {
  copy: LETTERS,
  reverse: LETTERS,
  sort: LETTERS,
  // The first ten letters have three vowels and seven consonants among them.
  pigLatin: offered([3, 3, 8, 12], [10, 26, 26]),
  // Lengths are in digits. One digit alone is not offered: of nine numbers too few would be held out.
  numberWords: offered([2, 2, 4, 6], [30, 30, 30]),
  numberWordsKorean: offered([2, 2, 4, 6], [13, 13, 13]),
  // A date always has year, month and day (its length), and every format (the symbols) is drawn.
  dates: offered([3, 3, 3, 3], [12, 12, 12]),
  hangulLetters: HANGUL,
  hangulSounds: HANGUL,
  // Lengths are in words, symbols are nouns, verbs and adjectives each; the first four nouns have subjects and food among them.
  englishFrench: offered([5, 5, 9, 9], [4, 8, 12]),
  englishKorean: offered([5, 5, 7, 7], [4, 8, 12]),
};

/** What a set-up offers; a user's own pairs are as hard as they are. */
export function offeredFor(task: Config["task"]): Offered | null {
  return task === "pairs" ? null : DIFFICULTIES[task];
}

/** The set-up with another task, as hard as that is at first. */
export function withTask(config: Config, task: Config["task"]): Config {
  return { ...config, task, ...offeredFor(task)?.initial };
}

function within(value: number, { min, max }: Bounds): number {
  return Math.min(max, Math.max(min, value));
}

/** The nearest set-up whose difficulty its task offers; the shortest gives way where it is longer than the longest. */
export function settleDifficulty(config: Config): Config {
  const bounds = offeredFor(config.task)?.bounds;
  if (!bounds) return config;
  const longest = within(config.longest, bounds.lengths);
  const shortest = Math.min(longest, within(config.shortest, bounds.lengths));
  const symbols = within(config.symbols, bounds.symbols);
  return { ...config, shortest, longest, symbols };
}
