/** The options and the report on a user's pairs before training: plain data for the preview. */
import type { CorpusProblem } from "./problem";
import type { Reading } from "./reading";

/** What the student gives: pasted text, or one or two files (a `File` also gives its name). */
export type CorpusInput = { readonly text: string } | { readonly files: readonly Blob[] };

/** The names of the Encoding Standard; its "euc-kr" is CP949 (Windows-949) and holds EUC-KR. */
export const ENCODINGS = [
  "utf-8",
  "utf-16le",
  "utf-16be",
  "euc-kr",
  "shift_jis",
  "windows-1252",
] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** "space": the first space of a line, as in pronouncing dictionaries. */
export const DELIMITERS = ["\t", " ||| ", "|", ";", ",", "space"] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/**
 * What is a token. "jamo": the letters of Hangul syllables. "separated": as the file has it, split at spaces alone.
 * "segmented": words as the browser's `Intl.Segmenter` finds them, for scripts without spaces.
 */
export const CORPUS_UNITS = ["words", "characters", "jamo", "separated", "segmented"] as const;
export type CorpusUnit = (typeof CORPUS_UNITS)[number];

export interface Sides<T> {
  readonly source: T;
  readonly target: T;
}

/** "auto": as the content proposes; `CorpusReport.reading` says what was taken. */
export interface CorpusOptions {
  readonly encoding: "auto" | Encoding;
  readonly delimiter: "auto" | Delimiter;
  readonly header: "auto" | boolean; // whether the first row names the columns
  readonly columns: "auto" | Sides<number>; // from 0
  readonly member: string | null; // the file inside an archive or the sheet of a workbook; null: the proposed one
  readonly units: "auto" | Sides<CorpusUnit>;
  readonly swap: boolean; // exchanges the proposed columns; no effect on columns that are chosen
  /** Lower-case, and with "words" split off punctuation, as in the PyTorch tutorial; Hangul and accents are kept. */
  readonly simplify: boolean;
  readonly fold: boolean; // full-width forms, ligatures and curly quotes become plain ones
  readonly prefixes: boolean; // the PyTorch tutorial's filter: short pairs that begin with "i am", "he is", ...
  readonly maxSource: "auto" | number; // tokens; longer pairs are dropped
  readonly maxTarget: "auto" | number;
  readonly maxPairs: number; // further pairs are dropped
  readonly maxVocabulary: number; // tokens per side without special tokens; rarer ones become <unk>
}

export const CORPUS_LIMITS = {
  bytes: 20_000_000, // of text
  unpackedBytes: 80_000_000, // of everything that is unpacked
  rows: 200_000,
  columns: 500,
  lineLength: 1_000_000, // UTF-16 units
  leastPairs: 20, // fewer are too few for a training and a held-out split
  maxLength: { min: 2, max: 30, words: 10, others: 30 }, // of maxSource and maxTarget; "auto" takes one of the last two
  maxPairs: { min: 100, max: 50_000, initial: 20_000 },
  maxVocabulary: { min: 50, max: 5_000, initial: 3_000 },
} as const;

export const DEFAULT_CORPUS_OPTIONS: CorpusOptions = {
  encoding: "auto",
  delimiter: "auto",
  header: "auto",
  columns: "auto",
  member: null,
  units: "auto",
  swap: false,
  simplify: true,
  fold: false,
  prefixes: false,
  maxSource: "auto",
  maxTarget: "auto",
  maxPairs: CORPUS_LIMITS.maxPairs.initial,
  maxVocabulary: CORPUS_LIMITS.maxVocabulary.initial,
};

/** Why a row gives no pair. */
export const DROP_REASONS = [
  "oneColumn",
  "emptySide",
  "brokenQuotes", // a quote that is never closed, or text after its end
  "brokenRecord", // a line of JSON Lines that is none
  "lineTooLong",
  "noPrefix", // the PyTorch tutorial's filter
  "tooLong",
  "duplicate",
  "overLimit",
] as const;
export type DropReason = (typeof DROP_REASONS)[number];

/** A count of 0 for every reason, to count up. */
export function noneDropped(): Record<DropReason, number> {
  return Object.fromEntries(DROP_REASONS.map((reason) => [reason, 0])) as Record<
    DropReason,
    number
  >;
}

/** Dropped rows by reason; their sum plus `kept` is `read`. */
export type DroppedPairs = Readonly<Record<DropReason, number>>;

export interface CorpusSummary {
  readonly read: number; // rows: comments, blank lines and the header are none
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
  | { readonly status: "usable"; readonly summary: CorpusSummary; readonly reading: Reading }
  /** `reading` is null where the input has no rows to choose from. */
  | {
      readonly status: "unusable";
      readonly problem: CorpusProblem;
      readonly reading: Reading | null;
    };
