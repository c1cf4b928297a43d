/** Tasks on strings of letters, drawn independently and uniformly from the first letters of the alphabet. */
import { graphemes } from "../text/graphemes";
import type { Random } from "../rng";
import { createVocabulary } from "../text/tokens";
import { createFamily } from "./family";
import { drawOnSide } from "./split";
import type { Difficulty, GeneratedTaskId, Pair, Task, TaskFamily } from "./task";

const ALPHABET = Array.from("abcdefghijklmnopqrstuvwxyz");

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
    /** Null for an empty source, one that is too long, or an unknown token. */
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
