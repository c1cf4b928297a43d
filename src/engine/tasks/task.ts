/** What a task is: two vocabularies, a seeded source of pairs, and (where known) what aligns to what. */
import type { Random } from "../rng";
import type { Vocabulary } from "../text/tokens";

/**
 * Gold links of one pair: for each target token the source positions that count as right, any of them.
 * An empty list means that the token has no counterpart, for a reason (noGoldReason.ts).
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

export type TaskId =
  | "copy"
  | "reverse"
  | "sort"
  | "pigLatin"
  | "numberWords"
  | "numberWordsKorean"
  | "dates"
  | "hangulLetters"
  | "hangulSounds"
  | "englishFrench"
  | "englishKorean"
  | "pairs";

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

/** A generated task at every difficulty that it offers. */
export interface TaskFamily {
  readonly id: GeneratedTaskId;
  readonly initial: Difficulty;
  /** The units of lengths and symbols (letters, syllables, words, digits) are named in the texts. */
  readonly bounds: { readonly lengths: Bounds; readonly symbols: Bounds };
  /** @throws if the difficulty is out of bounds, or its shortest is longer than its longest */
  create(difficulty: Difficulty): Task;
}
