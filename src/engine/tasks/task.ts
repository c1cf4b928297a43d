/** The types of a task: two vocabularies, a seeded generator of pairs, and (where known) gold links. */
import type { Random } from "../rng";
import type { Config } from "../setup/config";
import type { Vocabulary } from "../text/tokens";

/**
 * Gold links of one pair: for each target token the source positions, any of which counts as right.
 * An empty list: the token has no counterpart; `TaskFacts.noGold` gives the reason.
 * The link between the <eos> of source and target is not listed; `withEos` adds it.
 */
export type GoldLinks = readonly (readonly number[])[];

export interface Pair {
  readonly source: readonly string[]; // tokens without <eos>
  readonly target: readonly string[]; // tokens without <eos>
  readonly gold: GoldLinks | null; // null: the alignment is unknown
}

/** The splits never share content: a hash of the content decides, so a date is in one split in every spelling. */
export type Split = "train" | "heldOut";

export type Unit = "character" | "word";

export interface Task {
  readonly id: TaskId;
  /** What a token is: words are joined with a space for reading, characters without. */
  readonly sourceUnit: Unit;
  readonly targetUnit: Unit;
  readonly sourceVocabulary: Vocabulary;
  readonly targetVocabulary: Vocabulary;
  /** Longest source and target in tokens, <eos> not counted. */
  readonly maxSourceLength: number;
  readonly maxTargetLength: number;
  /** Every held-out pair in a fixed order, or null where the task generates pairs. */
  readonly heldOutPairs: readonly Pair[] | null;
  /** The source to show where the task has no pairs, as that of a model file without its user's pairs. */
  readonly example?: readonly string[];
  /** Real words or sentences of the held-out split: the held-out examples of a generated task begin with them. */
  readonly firstHeldOut?: readonly Pair[];
  /** Draws one pair of the split. The same random state gives the same pair. */
  sample(random: Random, split: Split): Pair;
  /** Splits typed text into source tokens, known to the vocabulary or not. */
  tokenize(text: string): string[];
  /** Joins target tokens (no special tokens) into text. */
  join(tokens: readonly string[]): string;
  /** The pair of a source, with the right answer, or null where there is none or it is unknown. */
  solve(source: readonly string[]): Pair | null;
  /** Why such a source has no answer, where the task can say it. */
  whyUnsolved?(source: readonly string[]): Unsolved | null;
}

/** Why a source has no answer: the calendar has no such day, or the day has another weekday. */
export type Unsolved = "noSuchDay" | "otherWeekday";

export type TaskId = Config["task"];

export type GeneratedTaskId = Exclude<TaskId, "pairs">;

/** How hard a generated task is: the range of its lengths, in the task's units, and its number of symbols. */
export interface Difficulty {
  readonly shortest: number;
  readonly longest: number;
  readonly symbols: number;
}

/** The smallest and the largest number that can be chosen, inclusive. */
export interface Bounds {
  readonly min: number;
  readonly max: number;
}

/** The difficulties that a set-up can choose for a generated task. */
export interface Offered {
  readonly initial: Difficulty;
  /** The page's texts name the units of lengths and symbols (letters, syllables, words, digits). */
  readonly bounds: { readonly lengths: Bounds; readonly symbols: Bounds };
}

/** Why no source token corresponds to a target token: it is ... */
export type NoGoldReason =
  | "separator" // the same in every target: the hyphens of a date
  | "century" // inferred: the source writes the year in two digits
  | "zero" // no word names a zero; it follows from the words that name the other digits' places
  | "ending" // the rule appends it to every word: the "ay" or "way" of Pig Latin
  | "particle"; // marks a noun as subject or object, which the source expresses by word order

/** What a typed source may consist of. The page explains it where it refuses one. */
export type Readable =
  | "letters" // a to z; capitals are read as small letters
  | "englishNumbers" // in words
  | "koreanNumbers" // in Hangul
  | "dates"
  | "hangul" // syllables or single jamo, and spaces between words
  | "sentences"; // of the toy grammar, in any case

/** What is known of a generated task before a pair is drawn. */
export interface TaskFacts extends Offered {
  /** Whether its lengths measure the source or the answer. */
  readonly counts: "source" | "answer";
  readonly reads: Readable;
  /** How a source is shown: jamo as the syllables that they make up. */
  readonly writes: "text" | "jamo";
  /** The reason why a target token has no gold link; null where every token has one. */
  readonly noGold: ((token: string) => NoGoldReason) | null;
  /**
   * Index of the first held-out example that is written in a human language, by the language's tag ("ko").
   * Readers of a language that is not listed see example 0.
   */
  readonly firstIn: Readonly<Record<string, number>>;
  /**
   * Updates of its shipped models, and the updates of the default one whose traces are shipped as a film (0: before
   * the first update).
   */
  readonly bake: {
    readonly steps: number;
    readonly film: readonly number[];
  };
}

/** A generated task at every difficulty that it offers. */
export interface TaskFamily extends TaskFacts {
  readonly id: GeneratedTaskId;
  /** @throws if the difficulty is out of bounds, or its shortest is longer than its longest */
  create(difficulty: Difficulty): Task;
}
