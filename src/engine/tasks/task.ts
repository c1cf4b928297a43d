/** What a task is: two vocabularies, a seeded source of pairs, and (where known) what aligns to what. */
import type { Random } from "../rng";
import type { Config } from "../setup/config";
import type { Vocabulary } from "../text/tokens";

/**
 * Gold links of one pair: for each target token the source positions that count as right, any of them.
 * An empty list means that the token has no counterpart, for a reason (`TaskFacts.noGold`).
 * The <eos> of source and target are linked by the evaluation, not listed here.
 */
export type GoldLinks = readonly (readonly number[])[];

export interface Pair {
  readonly source: readonly string[]; // tokens without <eos>
  readonly target: readonly string[]; // tokens without <eos>
  readonly gold: GoldLinks | null; // null: nobody knows the alignment
}

/** The two halves never share content: a hash of the content decides, so a date stays on its side in every spelling. */
export type Split = "train" | "heldOut";

export type Unit = "character" | "word";

export interface Task {
  readonly id: TaskId;
  /** What a token is: where tokens are put together for reading, words get a blank between them. */
  readonly sourceUnit: Unit;
  readonly targetUnit: Unit;
  readonly sourceVocabulary: Vocabulary;
  readonly targetVocabulary: Vocabulary;
  /** Longest source and target in tokens, <eos> not counted. */
  readonly maxSourceLength: number;
  readonly maxTargetLength: number;
  /** Every held-out pair in a fixed order, or null where the task generates them without end. */
  readonly heldOutPairs: readonly Pair[] | null;
  /** One pair of the split. The same random state gives the same pair. */
  sample(random: Random, split: Split): Pair;
  /** Splits typed text into source tokens, known to the vocabulary or not. */
  tokenize(text: string): string[];
  /** Joins target tokens (no special tokens) into text. */
  join(tokens: readonly string[]): string;
  /** The right answer to a source, or null where there is none or nobody knows it. */
  solve(source: readonly string[]): Pair | null;
}

export type TaskId = Config["task"];

export type GeneratedTaskId = Exclude<TaskId, "pairs">;

/** How hard a generated task is: how long its sources are, in units of its own, and how many symbols they draw from. */
export interface Difficulty {
  readonly shortest: number;
  readonly longest: number;
  readonly symbols: number;
}

/** The smallest and the largest number that can be chosen; where they are the same there is no choice. */
export interface Bounds {
  readonly min: number;
  readonly max: number;
}

/** What a set-up can ask of a generated task. */
export interface Offered {
  readonly initial: Difficulty;
  /** The units of lengths and symbols (letters, syllables, words, digits) are named in the texts. */
  readonly bounds: { readonly lengths: Bounds; readonly symbols: Bounds };
}

/** Nothing in the source stands for a target token, because it is ... */
export type NoGoldReason =
  | "separator" // the same in every target, nothing in the source asks for it: the hyphens of a date
  | "century" // the source writes the year in two digits, so its first two digits stand nowhere; they are inferred
  | "zero" // a zero is not said in words; it follows from the words that name the other digits' places
  | "ending" // the rule puts it behind every word: the "ay" or "way" of Pig Latin
  | "particle"; // marks a noun as subject or object, which the source says by the order of its words

/** All that is to be known of a generated task without drawing a pair. */
export interface TaskFacts extends Offered {
  /** What its lengths are lengths of. */
  readonly counts: "source" | "answer";
  /** What a source token is to a reader: jamo are shown as the syllables that they make up. */
  readonly writes: "text" | "jamo";
  /** Why a target token without a gold link has none; null where every token has a link. */
  readonly noGold: ((token: string) => NoGoldReason) | null;
  /**
   * The first held-out example that is written in a human language, counted from 0, by the language's tag ("ko").
   * A language that is not listed is served with example 0.
   */
  readonly firstIn: Readonly<Record<string, number>>;
  /** How its shipped model is trained, and whether one without attention is shipped to compare with. */
  readonly bake: { readonly steps: number; readonly compare: boolean };
}

/** A generated task at every difficulty that it offers. */
export interface TaskFamily extends TaskFacts {
  readonly id: GeneratedTaskId;
  /** @throws if the difficulty is out of bounds, or its shortest is longer than its longest */
  create(difficulty: Difficulty): Task;
}
