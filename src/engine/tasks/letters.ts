/**
 * Tasks on strings of letters, drawn uniformly from the first letters of the alphabet. One letter in eight repeats the
 * letter before it: words such as "hello" and "book" have double letters, and independent draws almost none.
 */
import { graphemes } from "../text/graphemes";
import type { Random } from "../rng";
import { createVocabulary } from "../text/tokens";
import { drawFrom } from "./drawFrom";
import { ENGLISH_WORDS } from "./englishWords";
import { createFamily } from "./family";
import { drawOnSide, heldOutOf } from "./split";
import type { Difficulty, GeneratedTaskId, Pair, Task, TaskFamily } from "./task";

const ALPHABET = Array.from("abcdefghijklmnopqrstuvwxyz");
const REPEATED_ONE_IN = 8; // of the letters after the first

/** What distinguishes one such task from another. */
interface LetterTask {
  readonly id: GeneratedTaskId;
  /** The pair of a source. */
  readonly answer: (source: readonly string[]) => Pair;
  /** The content that decides the split of a source. */
  readonly contentOf: (source: readonly string[]) => string;
}

function createTask({ id, answer, contentOf }: LetterTask, difficulty: Difficulty): Task {
  const { shortest, longest, symbols } = difficulty;
  const letters = ALPHABET.slice(0, symbols);
  const vocabulary = createVocabulary(letters);

  function drawLetters(random: Random): string[] {
    const length = shortest + random.below(longest - shortest + 1);
    const drawn: string[] = [];
    while (drawn.length < length) {
      const last = drawn.at(-1);
      const isRepeated = last !== undefined && random.below(REPEATED_ONE_IN) === 0;
      drawn.push(isRepeated ? last : drawFrom(random, letters));
    }
    return drawn;
  }

  /** Null for an empty source, one that is too long, or an unknown token. */
  function solve(source: readonly string[]): Pair | null {
    const isRead = source.every((token) => vocabulary.has(token));
    return isRead && source.length >= 1 && source.length <= longest ? answer(source) : null;
  }

  const words = ENGLISH_WORDS.map((word) => Array.from(word));

  return {
    id,
    sourceUnit: "character",
    targetUnit: "character",
    sourceVocabulary: vocabulary,
    targetVocabulary: vocabulary,
    maxSourceLength: longest,
    maxTargetLength: longest,
    heldOutPairs: null,
    sample: (random, split) => answer(drawOnSide(split, () => drawLetters(random), contentOf)),
    firstHeldOut: heldOutOf(
      words.filter(({ length }) => length >= shortest).flatMap((word) => solve(word) ?? []),
      ({ source }) => contentOf(source),
    ),
    /** Capitals are read as small letters. */
    tokenize: (text) => graphemes(text.trim().toLowerCase()),
    join: (tokens) => tokens.join(""),
    solve,
  };
}

/** A task on strings of letters. */
export function letterFamily(task: LetterTask): TaskFamily {
  return createFamily({
    id: task.id,
    create: (difficulty) => createTask(task, difficulty),
  });
}
