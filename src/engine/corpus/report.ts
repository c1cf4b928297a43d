/** What is said of a user's pairs before they are used: plain data for the preview. */

export interface CorpusOptions {
  readonly unit: "character" | "word";
  readonly swap: boolean; // second column is the source
  /** Lower-case, split off punctuation, as the PyTorch tutorial does; Hangul and accents are kept all the same. */
  readonly simplify: boolean;
  readonly maxLength: number; // tokens a side; longer pairs are dropped
  readonly maxPairs: number; // once so many are kept, all further lines are dropped
  readonly maxVocabulary: number; // tokens a side, special tokens not counted; rarer ones become <unk>
}

export const CORPUS_LIMITS = {
  bytes: 20_000_000,
  leastPairs: 20, // fewer cannot be split into something to learn from and something to be judged on
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
  | { readonly kind: "unreadable" } // the file has changed since it was chosen, or is gone
  | { readonly kind: "encoding"; readonly byteOffset: number } // not UTF-8 (nor UTF-16 with a byte order mark)
  | { readonly kind: "noTabs"; readonly line: number; readonly text: string } // no line has two columns
  | {
      readonly kind: "tooFew";
      readonly kept: number; // after dropping; pairs with the same source count once, as the split keeps them together
      readonly least: number;
      readonly read: number; // non-blank lines
      readonly dropped: DroppedPairs;
    };

/** Lines that were left out, by reason; their sum and `kept` make `read`. */
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
  readonly unknownShare: number; // [0, 1] of all tokens kept that became <unk>
  readonly source: SideSummary;
  readonly target: SideSummary;
  readonly tooSmall: readonly TooSmall[]; // why there may be too little to learn from; empty where there is enough
  readonly preview: readonly PreviewPair[]; // the first few pairs kept
}

/** What is said of one side of the pairs. */
export interface SideSummary {
  readonly vocabulary: number; // different tokens of the training pairs that the network knows, special tokens not counted
  readonly seenOnce: number; // of these, the tokens that stand in the training pairs a single time
  readonly rare: number; // different tokens of the training pairs beyond the limit: they became <unk>
  readonly coverage: number; // [0, 1] of the tokens of the held-out pairs that the vocabulary holds
  readonly lengths: FiveNumbers; // tokens, all pairs kept
}

/** Tukey's five numbers, each one of the values; half of the values or more lie from quartile to quartile. */
export interface FiveNumbers {
  readonly least: number;
  readonly lowerQuartile: number;
  readonly median: number;
  readonly upperQuartile: number;
  readonly most: number;
}

/** With fewer pairs to train on, a network learns them by heart sooner than it learns a rule. */
export const ENOUGH_PAIRS = 200;

/**
 * "fewPairs": fewer than ENOUGH_PAIRS to train on.
 * "seenOnce": on one side more than half of the vocabulary stands in the training pairs a single time.
 */
export type TooSmall = "fewPairs" | "seenOnce";

export interface PreviewPair {
  readonly source: readonly PreviewToken[];
  readonly target: readonly PreviewToken[];
}

export interface PreviewToken {
  readonly text: string; // as it stands in the pair
  readonly isKnown: boolean; // else the network sees <unk> in its place
}

export type CorpusReport =
  | { readonly status: "usable"; readonly summary: CorpusSummary }
  | { readonly status: "unusable"; readonly problem: CorpusProblem };
