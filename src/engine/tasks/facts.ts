/**
 * One record for each generated task: what is known before a pair is drawn. Plain data, so that the page reads it
 * without loading the generators. The units of lengths and symbols differ from task to task; the page's texts name them.
 */
import type { GeneratedTaskId, Offered, TaskFacts, TaskId } from "./task";

function offered(
  [least, shortest, longest, most]: readonly [number, number, number, number],
  [fewest, symbols, all]: readonly [number, number, number],
): Offered {
  return {
    initial: { shortest, longest, symbols },
    bounds: { lengths: { min: least, max: most }, symbols: { min: fewest, max: all } },
  };
}

// The same for most tasks, so that their models can be compared; some need more updates to answer every common word.
const BAKE = { steps: 600, film: [] };
const BAKE_LONGER = { ...BAKE, steps: 1200 };

// Updates between which the map visibly changes: fog, then single columns, then the alignment.
const FILMED = { ...BAKE, film: [0, 20, 40, 70, 110, 160, 240, 400] };

// With fewer than 2 of 5 letters there are too few strings to hold any out.
const LETTERS = {
  ...offered([2, 3, 8, 20], [5, 26, 26]),
  counts: "source",
  reads: "letters",
  writes: "text",
  noGold: null,
  firstIn: { en: 0 },
} as const;

// Lengths are in digits. One digit is not offered: too few of its nine numbers would be held out.
const DIGITS = [2, 2, 4, 6] as const;

// Lengths are in syllables, symbols are jamo: the 24 basic ones first, then those of names like 해운대, then finals of two
// consonants and the space.
const HANGUL = {
  ...offered([1, 1, 4, 8], [10, 52, 52]),
  counts: "source",
  reads: "hangul",
  writes: "jamo",
  noGold: null,
  firstIn: { ko: 0 },
} as const;

// Symbols are nouns, verbs and adjectives each; the first four nouns have subjects and food among them.
const WORDS_OF_EACH_CLASS = [4, 8, 12] as const;

export const TASK_FACTS: Readonly<Record<GeneratedTaskId, TaskFacts>> = {
  copy: { ...LETTERS, bake: { ...BAKE, steps: 1100 } },
  reverse: { ...LETTERS, bake: BAKE_LONGER },
  sort: { ...LETTERS, bake: BAKE_LONGER },
  pigLatin: {
    ...offered([3, 3, 8, 12], [10, 26, 26]), // the first ten letters: three vowels, seven consonants
    counts: "source",
    reads: "letters",
    writes: "text",
    noGold: () => "ending",
    firstIn: { en: 0 },
    bake: BAKE,
  },
  numberWords: {
    ...offered(DIGITS, [30, 30, 30]),
    counts: "answer",
    reads: "englishNumbers",
    writes: "text",
    noGold: () => "zero",
    firstIn: { en: 0 },
    bake: BAKE,
  },
  numberWordsKorean: {
    ...offered(DIGITS, [13, 13, 13]),
    counts: "answer",
    reads: "koreanNumbers",
    writes: "text",
    noGold: () => "zero",
    firstIn: { ko: 0 },
    bake: BAKE,
  },
  dates: {
    // No choice: lengths count year, month and day; symbols count the formats.
    ...offered([3, 3, 3, 3], [12, 12, 12]),
    counts: "source",
    reads: "dates",
    writes: "text",
    noGold: (token) => (token === "-" ? "separator" : "century"),
    firstIn: { en: 0, ko: 3 }, // 29 December 1989, 1993년 3월 28일
    bake: BAKE,
  },
  hangulLetters: { ...HANGUL, bake: { ...BAKE, steps: 1900 } },
  hangulSounds: { ...HANGUL, bake: { ...BAKE, steps: 1850 } },
  englishFrench: {
    ...offered([5, 5, 9, 9], WORDS_OF_EACH_CLASS),
    counts: "source",
    reads: "sentences",
    writes: "text",
    noGold: null,
    firstIn: { en: 0 },
    bake: FILMED,
  },
  englishKorean: {
    ...offered([5, 5, 7, 7], WORDS_OF_EACH_CLASS),
    counts: "source",
    reads: "sentences",
    writes: "text",
    noGold: () => "particle",
    firstIn: { en: 0 },
    bake: FILMED,
  },
};

/** The facts of a task; null for a user's own pairs. */
export function factsOf(task: TaskId): TaskFacts | null {
  return task === "pairs" ? null : TASK_FACTS[task];
}
