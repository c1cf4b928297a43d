/** What a task is: two vocabularies, a seeded source of pairs, and (where known) what aligns to what. */
import type { Random } from "../rng";
import type { Vocabulary } from "../tokens";

/**
 * Gold links of one pair: for each target token the source positions that count as right, any of them.
 * An empty list means that the token has no counterpart, for a reason that the task states.
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

export interface Task {
  readonly id: TaskId;
  readonly unit: "character" | "word";
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

export type TaskId = "reverse" | "dates" | "pairs";
