/** Splits a user's text into tokens, with the same rules for the file and for typed sources. */
import type { Unit } from "../tasks/task";
import { jamoOf, writeJamo } from "../tasks/hangul/jamo";
import { graphemes } from "../text/graphemes";
import { cleanText } from "./cleanText";
import type { CorpusUnit } from "./report";

export type Tokenize = (text: string) => string[];

/** Marks inside a word (don't, l'ami, est-ce, 3.14, 10:30); else, as group 1, a run of any punctuation except "_". */
const PUNCTUATION =
  /(?<=[\p{L}\p{M}\p{N}])['’\-‐‑](?=[\p{L}\p{N}])|(?<=\p{N})[.,:/](?=\p{N})|(?!_)(\p{P})\1*/gu;

/** Puts spaces around punctuation, as in the PyTorch tutorial, but deletes no letter of any script. */
function spacePunctuation(text: string): string {
  return text.replace(PUNCTUATION, (mark, alone: string | undefined) =>
    alone === undefined ? mark : ` ${mark} `,
  );
}

function words(text: string): string[] {
  return text === "" ? [] : text.split(" ");
}

/**
 * The tokenizer of these options: words at spaces, or graphemes, spaces included.
 * `simplify` lower-cases; with words it also splits off punctuation.
 */
export function createTokenizer(unit: CorpusUnit, simplify: boolean): Tokenize {
  const fold = (text: string) => (simplify ? cleanText(text.toLowerCase()) : cleanText(text));
  switch (unit) {
    case "words":
      return simplify
        ? (text) => words(cleanText(spacePunctuation(fold(text))))
        : (text) => words(fold(text));
    case "separated":
      return (text) => words(fold(text));
    case "characters":
      return (text) => graphemes(fold(text));
    case "jamo":
      return (text) => jamoOf(fold(text));
    case "segmented":
      return (text) => segments(fold(text));
    default:
      return unit satisfies never;
  }
}

const wordSegmenter = new Intl.Segmenter("en", { granularity: "word" });

/** The words that the browser finds in a text, and its punctuation marks. */
function segments(text: string): string[] {
  return Array.from(wordSegmenter.segment(text), ({ segment }) => segment.trim()).filter(
    (segment) => segment !== "",
  );
}

/** How the page reads tokens of this unit: joined with a space as words, or without. */
export function taskUnit(unit: CorpusUnit): Unit {
  return unit === "characters" || unit === "jamo" ? "character" : "word";
}

/** The inverse of splitting clean text. */
export function joinTokens(unit: CorpusUnit, tokens: readonly string[]): string {
  if (unit === "jamo") return writeJamo(tokens);
  return tokens.join(taskUnit(unit) === "word" ? " " : "");
}
