/**
 * Tasks that write Hangul in Latin letters: words of random syllables, tokenized into jamo, written letter by letter.
 * A space is a token of its own, and no sound changes across it.
 */
import type { Random } from "../../rng";
import { createVocabulary } from "../../text/tokens";
import { createFamily } from "../family";
import { drawOnSide, heldOutOf } from "../split";
import type { Difficulty, GeneratedTaskId, Pair, Split, Task, TaskFamily } from "../task";
import { DOUBLE_FINAL_JAMO } from "./doubleFinals";
import { jamoOf, type PlacedSyllable, syllablesOf } from "./jamo";
import { KOREAN_WORDS } from "./koreanWords";
import type { Written } from "./romanize";
import { wordSource } from "./wordSource";

const SPACE = " ";
/**
 * The first ten or more suffice to form syllables: the 24 basic jamo, the 16 others, finals of two consonants, and the
 * space between words.
 */
const JAMO = [
  ...Array.from("ㄱㅏㄴㅗㄹㅜㅁㅣㅇㅓㅂㅡㅅㅕㄷㅛㅈㅑㅎㅠㅊㅋㅌㅍㅐㅔㄲㅚㄸㅟㅆㅘㅃㅝㅉㅢㅖㅒㅙㅞ"),
  ...DOUBLE_FINAL_JAMO,
  SPACE,
];
const LATIN = Array.from("abcdeghijklmnoprstuwy"); // the romanization has no f, q, v, x and z
const LONGEST_SYLLABLE = { jamo: 3, letters: 7 }; // ㅉㅒㅇ jjyaeng

export interface HangulTask {
  readonly id: GeneratedTaskId;
  /** The letters of one word; null where its spelling does not determine them. */
  readonly write: (syllables: readonly PlacedSyllable[]) => readonly Written[] | null;
}

const contentOf = (pair: Pair): string => pair.source.join("");

/** Hangul becomes jamo; any spaces between words become one. */
function tokenize(text: string): string[] {
  return jamoOf(text.trim().replace(/\s+/g, SPACE));
}

/** The syllables of each word, placed in the source; null where the jamo between two spaces spell no word. */
function wordsOf(source: readonly string[]): PlacedSyllable[][] | null {
  const words: PlacedSyllable[][] = [];
  for (let start = 0; start <= source.length;) {
    const space = source.indexOf(SPACE, start);
    const end = space < 0 ? source.length : space;
    const syllables = syllablesOf(source.slice(start, end));
    if (!syllables || syllables.length === 0) return null;
    const offset = start;
    words.push(syllables.map((syllable) => ({ ...syllable, start: syllable.start + offset })));
    start = end + 1;
  }
  return words;
}

/** The letters of words, with the spaces between them; null where those of a word are unknown. */
function writeWords(
  words: readonly (readonly PlacedSyllable[])[],
  write: HangulTask["write"],
): Written[] | null {
  const writing: Written[] = [];
  for (const [i, word] of words.entries()) {
    const letters = write(word);
    if (!letters) return null;
    const before = (word[0]?.start ?? 0) - 1;
    if (i > 0) writing.push({ letters: SPACE, from: [before] });
    writing.push(...letters);
  }
  return writing;
}

function createTask({ id, write }: HangulTask, difficulty: Difficulty): Task {
  const { shortest, longest, symbols } = difficulty;
  const jamo = JAMO.slice(0, symbols);
  const sourceVocabulary = createVocabulary(jamo);
  const drawWords = wordSource(jamo);

  /** Null where the source is no words of at most `longest` syllables in these jamo, or its letters are unknown. */
  function solve(source: readonly string[]): Pair | null {
    if (!source.every((token) => sourceVocabulary.has(token))) return null;
    const words = wordsOf(source);
    if (!words || words.flat().length > longest) return null;
    const letters = writeWords(words, write)?.flatMap(({ letters: text, from }) =>
      Array.from(text, (letter) => ({ letter, from })),
    );
    if (!letters) return null;
    return { source, target: letters.map((l) => l.letter), gold: letters.map((l) => l.from) };
  }

  const isLongEnough = (text: string): boolean => text.replaceAll(SPACE, "").length >= shortest;

  /** Draws words until they can be written. */
  function drawPair(random: Random, length: number): Pair {
    for (;;) {
      const pair = solve(drawWords(random, length));
      if (pair) return pair;
    }
  }

  function sample(random: Random, split: Split): Pair {
    const length = shortest + random.below(longest - shortest + 1);
    return drawOnSide(split, () => drawPair(random, length), contentOf);
  }

  return {
    id,
    sourceUnit: "character",
    targetUnit: "character",
    sourceVocabulary,
    targetVocabulary: createVocabulary(jamo.includes(SPACE) ? [...LATIN, SPACE] : LATIN),
    maxSourceLength: LONGEST_SYLLABLE.jamo * longest + longest - 1, // a space after every syllable but the last
    maxTargetLength: LONGEST_SYLLABLE.letters * longest + longest - 1,
    heldOutPairs: null,
    firstHeldOut: heldOutOf(
      KOREAN_WORDS.filter(isLongEnough).flatMap((text) => solve(tokenize(text)) ?? []),
      contentOf,
    ),
    sample,
    tokenize,
    join: (tokens) => tokens.join(""),
    solve,
  };
}

/** The family of a way to write Hangul in Latin letters. */
export function hangulFamily(task: HangulTask): TaskFamily {
  return createFamily({ id: task.id, create: (difficulty) => createTask(task, difficulty) });
}
