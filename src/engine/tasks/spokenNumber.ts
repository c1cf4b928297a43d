/** What the tasks on number words share: from a number in words to its digits. */
import type { Random } from "../rng";
import { createVocabulary } from "../text/tokens";
import { createFamily } from "./family";
import { drawOnSide } from "./split";
import type { Difficulty, GeneratedTaskId, Pair, Task, TaskFamily, Unit } from "./task";

/** A word of a number, and the digits that it is linked to, counted from the right: 0 the ones, 1 the tens. */
export interface NumberWord {
  readonly text: string;
  readonly places: readonly number[];
}

/** A language's number words. */
export interface Spoken {
  readonly id: GeneratedTaskId;
  readonly unit: Unit; // of the source; the target's tokens are digits
  readonly words: readonly string[];
  /** Every way to write a number from 1 to 999,999 in words. */
  say(value: number): readonly (readonly NumberWord[])[];
  /** The number that the words name; an arbitrary number or NaN where they name none. */
  read(words: readonly string[]): number;
  tokenize(text: string): string[];
}

function pairOf(value: number, words: readonly NumberWord[]): Pair {
  const target = Array.from(String(value));
  return {
    source: words.map((word) => word.text),
    target,
    gold: target.map((_, t) => {
      const place = target.length - 1 - t;
      return words.flatMap((word, s) => (word.places.includes(place) ? [s] : []));
    }),
  };
}

function createTask(spoken: Spoken, { shortest, longest }: Difficulty): Task {
  /** Draws the number of digits first: else almost all numbers would have the most digits. */
  function drawNumber(random: Random): number {
    const least = 10 ** (shortest + random.below(longest - shortest + 1) - 1);
    return least + random.below(9 * least);
  }

  const wordiest = spoken.say(Number("7".repeat(longest))); // no digit takes more words than 7
  return {
    id: spoken.id,
    sourceUnit: spoken.unit,
    targetUnit: "character",
    sourceVocabulary: createVocabulary(spoken.words),
    targetVocabulary: createVocabulary(Array.from("0123456789")),
    maxSourceLength: Math.max(...wordiest.map((words) => words.length)),
    maxTargetLength: longest,
    heldOutPairs: null,
    /** A number is in the same split in any words. */
    sample: (random, split) => {
      const value = drawOnSide(split, () => drawNumber(random), String);
      const ways = spoken.say(value);
      return pairOf(value, ways[random.below(ways.length)] ?? []);
    },
    tokenize: (text) => spoken.tokenize(text),
    join: (tokens) => tokens.join(""),
    /** Null unless the words are exactly those of a number of at most `longest` digits. */
    solve: (source) => {
      const value = spoken.read(source);
      if (!(value >= 1 && value < 10 ** longest)) return null;
      const same = spoken
        .say(value)
        .find((words) => words.map((word) => word.text).join(" ") === source.join(" "));
      return same ? pairOf(value, same) : null;
    },
  };
}

/** The family of a language. All its words are in the vocabulary at every difficulty. */
export function spokenNumberFamily(spoken: Spoken): TaskFamily {
  return createFamily({
    id: spoken.id,
    create: (difficulty) => createTask(spoken, difficulty),
  });
}
