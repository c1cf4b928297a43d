/** Tasks that write Hangul in Latin letters: random syllables, tokenized into jamo, written letter by letter. */
import type { Random } from "../../rng";
import { createVocabulary } from "../../text/tokens";
import { drawFrom } from "../drawFrom";
import { createFamily } from "../family";
import { drawOnSide } from "../split";
import type { Difficulty, GeneratedTaskId, Pair, Split, Task, TaskFamily } from "../task";
import { isFinal, isInitial, isVowel, jamoOf, syllablesOf, type PlacedSyllable } from "./jamo";
import type { Written } from "./romanize";

/** The first ten or more suffice to form syllables. The 24 basic jamo come before the 16 others. */
const JAMO = Array.from(
  "ㄱㅏㄴㅗㄹㅜㅁㅣㅇㅓㅂㅡㅅㅕㄷㅛㅈㅑㅎㅠㅊㅋㅌㅍㅐㅔㄲㅚㄸㅟㅆㅘㅃㅝㅉㅢㅖㅒㅙㅞ",
);
const LATIN = Array.from("abcdeghijklmnoprstuwy"); // the romanization has no f, q, v, x and z
const LONGEST_SYLLABLE = { jamo: 3, letters: 7 }; // ㅉㅒㅇ jjyaeng
const SOUND_CHANGING_INITIALS = "ㅇㄴㄹㅁㅎ"; // change the final before them, or are changed by it

export interface HangulTask {
  readonly id: GeneratedTaskId;
  /** The letters of a word; null where its spelling does not determine them. */
  readonly write: (syllables: readonly PlacedSyllable[]) => readonly Written[] | null;
}

/**
 * Draws words of `length` syllables. Initials, vowels and finals are uniform, with two exceptions that make sound
 * changes more frequent: half the syllables have no final, and half the finals meet a sound-changing initial.
 */
function wordSource(jamo: readonly string[]) {
  const [initials = [], vowels = [], finals = []] = [isInitial, isVowel, isFinal].map((fits) =>
    jamo.filter(fits),
  );
  const soundChanging = initials.filter((initial) => SOUND_CHANGING_INITIALS.includes(initial));
  return (random: Random, length: number): string[] => {
    const word: string[] = [];
    for (let syllable = 0; syllable < length; syllable++) {
      const meetsFinal = isFinal(word.at(-1) ?? "") && random.below(2) === 0;
      word.push(drawFrom(random, meetsFinal ? soundChanging : initials), drawFrom(random, vowels));
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

  /** Null where the source is no word of at most `longest` syllables in these jamo, or its letters are unknown. */
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

/** The family of a way to write Hangul in Latin letters. */
export function hangulFamily(task: HangulTask): TaskFamily {
  return createFamily({ id: task.id, create: (difficulty) => createTask(task, difficulty) });
}
