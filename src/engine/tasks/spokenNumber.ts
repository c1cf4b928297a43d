/** Numbers in words: what the tasks on number words in different languages share. */
import type { Random } from "../rng";
import { createVocabulary } from "../text/tokens";
import { createFamily } from "./family";
import { drawOnSide } from "./split";
import type { Difficulty, GeneratedTaskId, Pair, Task, TaskFamily, Unit } from "./task";

/** A word of a spoken number, and the digits that it answers for, counted from the right: 0 the ones, 1 the tens. */
export interface NumberWord {
  readonly text: string;
  readonly places: readonly number[];
}

/** A way of saying numbers. */
export interface Spoken {
  readonly id: GeneratedTaskId;
  readonly unit: Unit; // of the source; the target is written digit by digit
  readonly words: readonly string[];
  /** The number's words in every way of saying it, for 1 to 999,999. */
  say(value: number): readonly (readonly NumberWord[])[];
  /** The number that words name; any number or NaN where they name none. */
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
  /** A number, its count of digits drawn first: else almost all numbers would have the most digits. */
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
    /** A number is on one side in whatever words. */
    sample: (random, split) => {
      const value = drawOnSide(split, () => drawNumber(random), String);
      const ways = spoken.say(value);
      return pairOf(value, ways[random.below(ways.length)] ?? []);
    },
    tokenize: (text) => spoken.tokenize(text),
    join: (tokens) => tokens.join(""),
    /** Null where the words are not exactly those of a number that has no more digits than the longest drawn. */
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

/** The task of writing spoken numbers in digits. Every word of the language is always there. */
export function spokenNumberFamily(spoken: Spoken): TaskFamily {
  return createFamily({
    id: spoken.id,
    create: (difficulty) => createTask(spoken, difficulty),
  });
}
