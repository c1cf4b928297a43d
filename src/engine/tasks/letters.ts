/** Tasks on strings of letters: the first so many of the alphabet, drawn one by one, each as likely. */
import { graphemes } from "../text/graphemes";
import type { Random } from "../rng";
import { createVocabulary } from "../text/tokens";
import { createFamily } from "./family";
import { drawOnSide } from "./split";
import type { Difficulty, GeneratedTaskId, Pair, Task, TaskFamily } from "./task";

const ALPHABET = Array.from("abcdefghijklmnopqrstuvwxyz");

/** What such a task does with a string. */
interface LetterTask {
  readonly id: GeneratedTaskId;
  /** The pair of any string of letters. */
  readonly answer: (source: readonly string[]) => Pair;
  /** What decides the half of the data that a string belongs to. */
  readonly contentOf: (source: readonly string[]) => string;
}

function createTask({ id, answer, contentOf }: LetterTask, difficulty: Difficulty): Task {
  const { shortest, longest, symbols } = difficulty;
  const letters = ALPHABET.slice(0, symbols);
  const vocabulary = createVocabulary(letters);

  function drawLetters(random: Random): string[] {
    const length = shortest + random.below(longest - shortest + 1);
    return Array.from({ length }, () => letters[random.below(letters.length)] ?? "");
  }

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
    tokenize: (text) => graphemes(text.trim()),
    join: (tokens) => tokens.join(""),
    /** Null for the empty string, for one that is too long and for any character that is not one of the letters. */
    solve: (source) =>
      source.length >= 1 &&
      source.length <= longest &&
      source.every((token) => vocabulary.has(token))
        ? answer(source)
        : null,
  };
}

/** A task on strings of letters. */
export function letterFamily(task: LetterTask): TaskFamily {
  return createFamily({
    id: task.id,
    create: (difficulty) => createTask(task, difficulty),
  });
}
