/** The report on a user's pairs before training: plain data for the preview. */

export interface CorpusOptions {
  readonly unit: "character" | "word";
  readonly swap: boolean; // second column is the source
  /** Lower-case and split off punctuation, as in the PyTorch tutorial; Hangul and accents are kept. */
  readonly simplify: boolean;
  readonly maxLength: number; // tokens per side; longer pairs are dropped
  readonly maxPairs: number; // after this many, all further lines are dropped
  readonly maxVocabulary: number; // tokens per side without special tokens; rarer ones become <unk>
}

export const CORPUS_LIMITS = {
  bytes: 20_000_000,
  leastPairs: 20, // fewer are too few for a training and a held-out split
  maxLength: { min: 2, max: 30, initial: 10 },
  maxPairs: { min: 100, max: 50_000, initial: 20_000 },
  maxVocabulary: { min: 50, max: 5_000, initial: 3_000 },
} as const;

export const DEFAULT_CORPUS_OPTIONS: CorpusOptions = {
  unit: "word",
  swap: false,
  simplify: true,
  maxLength: CORPUS_LIMITS.maxLength.initial,
  maxPairs: CORPUS_LIMITS.maxPairs.initial,
  maxVocabulary: CORPUS_LIMITS.maxVocabulary.initial,
};

/** Why the input as a whole cannot be used. */
export type CorpusProblem =
  | { readonly kind: "empty" }
  | { readonly kind: "tooLarge"; readonly bytes: number; readonly limit: number }
  | { readonly kind: "unreadable" } // the file was changed or deleted after it was chosen
  | { readonly kind: "encoding"; readonly byteOffset: number } // not UTF-8 (nor UTF-16 with a byte order mark)
  | { readonly kind: "noTabs"; readonly line: number; readonly text: string } // no line has two columns
  | {
      readonly kind: "tooFew";
      readonly kept: number; // pairs with the same source count once: the split keeps them together
      readonly least: number;
      readonly read: number; // non-blank lines
      readonly dropped: DroppedPairs;
    };

/** Dropped lines by reason; their sum plus `kept` is `read`. */
export interface DroppedPairs {
  readonly oneColumn: number;
  readonly emptySide: number;
  readonly tooLong: number;
  readonly duplicate: number;
  readonly overLimit: number;
}

export interface CorpusSummary {
  readonly read: number; // non-blank lines
  readonly kept: number;
  readonly dropped: DroppedPairs;
  readonly train: number;
  readonly heldOut: number;
  readonly unknownShare: number; // [0, 1] share of all kept tokens that are <unk>
  readonly source: SideSummary;
  readonly target: SideSummary;
  readonly tooSmall: readonly TooSmall[]; // why the pairs may be too few to learn from; empty if they are enough
  readonly preview: readonly PreviewPair[]; // the first kept pairs
}

/** One side of the pairs. */
export interface SideSummary {
  readonly vocabulary: number; // size, without special tokens
  readonly seenOnce: number; // tokens of the vocabulary that occur once in the training pairs
  readonly rare: number; // different tokens of the training pairs that exceed the limit and are <unk>
  readonly coverage: number; // [0, 1] share of held-out tokens that are in the vocabulary
  readonly lengths: FiveNumbers; // in tokens, of all kept pairs
}

/** Tukey's five numbers, each one of the values; at least half of the values lie between the quartiles, inclusive. */
export interface FiveNumbers {
  readonly least: number;
  readonly lowerQuartile: number;
  readonly median: number;
  readonly upperQuartile: number;
  readonly most: number;
}

/** With fewer training pairs, a network memorizes them before it learns a rule. */
export const ENOUGH_PAIRS = 200;

/**
 * "fewPairs": fewer than ENOUGH_PAIRS training pairs.
 * "seenOnce": on one side more than half of the vocabulary occurs once in the training pairs.
 */
export type TooSmall = "fewPairs" | "seenOnce";

export interface PreviewPair {
  readonly source: readonly PreviewToken[];
  readonly target: readonly PreviewToken[];
}

export interface PreviewToken {
  readonly text: string; // as written in the pair
  readonly isKnown: boolean; // if not, the network reads <unk>
}

export type CorpusReport =
  | { readonly status: "usable"; readonly summary: CorpusSummary }
  | { readonly status: "unusable"; readonly problem: CorpusProblem };
