/** Tasks that write Hangul in Latin letters: words of random syllables, read jamo by jamo, written letter by letter. */
import type { Random } from "../../rng";
import { createVocabulary } from "../../text/tokens";
import { drawFrom } from "../drawFrom";
import { createFamily } from "../family";
import { drawOnSide } from "../split";
import type { Difficulty, GeneratedTaskId, Pair, Split, Task, TaskFamily } from "../task";
import { isFinal, isInitial, isVowel, jamoOf, syllablesOf, type PlacedSyllable } from "./jamo";
import type { Written } from "./romanize";

/** Any number of these from ten on makes syllables; the 24 basic jamo come before the 16 others. */
const JAMO = Array.from(
  "ㄱㅏㄴㅗㄹㅜㅁㅣㅇㅓㅂㅡㅅㅕㄷㅛㅈㅑㅎㅠㅊㅋㅌㅍㅐㅔㄲㅚㄸㅟㅆㅘㅃㅝㅉㅢㅖㅒㅙㅞ",
);
const LATIN = Array.from("abcdeghijklmnoprstuwy"); // f, q, v, x and z are never needed
const LONGEST_SYLLABLE = { jamo: 3, letters: 7 }; // ㅉㅒㅇ jjyaeng
const LIVELY_INITIALS = "ㅇㄴㄹㅁㅎ"; // those that change the final before them, or are changed by it

export interface HangulTask {
  readonly id: GeneratedTaskId;
  /** The letters of a word; null where nobody can tell them from its spelling. */
  readonly write: (syllables: readonly PlacedSyllable[]) => readonly Written[] | null;
}

/**
 * Draws words of so many syllables. Every initial, vowel and final is as likely, with two exceptions that make words
 * livelier than chance would: half the syllables end in their vowel, and every other final meets an initial that moves it.
 */
function wordSource(jamo: readonly string[]) {
  const [initials = [], vowels = [], finals = []] = [isInitial, isVowel, isFinal].map((fits) =>
    jamo.filter(fits),
  );
  const lively = initials.filter((initial) => LIVELY_INITIALS.includes(initial));
  return (random: Random, length: number): string[] => {
    const word: string[] = [];
    for (let syllable = 0; syllable < length; syllable++) {
      const meetsFinal = isFinal(word.at(-1) ?? "") && random.below(2) === 0;
      word.push(drawFrom(random, meetsFinal ? lively : initials), drawFrom(random, vowels));
      if (random.below(2) === 0) word.push(drawFrom(random, finals));
    }
    return word;
  };
}

function createTask({ id, write }: HangulTask, difficulty: Difficulty): Task {
  const { shortest, longest, symbols } = difficulty;
  const jamo = JAMO.slice(0, symbols);
  const sourceVocabulary = createVocabulary(jamo);
  const drawWord = wordSource(jamo);

  /** Null where the source is no word of at most the longest length in these jamo, or nobody knows how it is written. */
  function solve(source: readonly string[]): Pair | null {
    if (!source.every((token) => sourceVocabulary.has(token))) return null;
    const syllables = syllablesOf(source) ?? [];
    if (syllables.length === 0 || syllables.length > longest) return null;
    const letters = write(syllables)?.flatMap(({ letters: text, from }) =>
      Array.from(text, (letter) => ({ letter, from })),
    );
    if (!letters) return null;
    return { source, target: letters.map((l) => l.letter), gold: letters.map((l) => l.from) };
  }

  /** Draws words until one can be written. */
  function drawPair(random: Random, length: number): Pair {
    for (;;) {
      const pair = solve(drawWord(random, length));
      if (pair) return pair;
    }
  }

  function sample(random: Random, split: Split): Pair {
    const length = shortest + random.below(longest - shortest + 1);
    return drawOnSide(
      split,
      () => drawPair(random, length),
      (pair) => pair.source.join(""),
    );
  }

  return {
    id,
    sourceUnit: "character",
    targetUnit: "character",
    sourceVocabulary,
    targetVocabulary: createVocabulary(LATIN),
    maxSourceLength: LONGEST_SYLLABLE.jamo * longest,
    maxTargetLength: LONGEST_SYLLABLE.letters * longest,
    heldOutPairs: null,
    sample,
    tokenize: (text) => jamoOf(text.trim()),
    join: (tokens) => tokens.join(""),
    solve,
  };
}

/** The task of writing Hangul in Latin letters. */
export function hangulFamily(task: HangulTask): TaskFamily {
  return createFamily({ id: task.id, create: (difficulty) => createTask(task, difficulty) });
}
