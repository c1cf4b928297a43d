/** A user's text to tokens: the same way for the file, for what is typed later, and on every machine. */
import { graphemes } from "../text/graphemes";
import type { CorpusOptions } from "./report";

export type Tokenize = (text: string) => string[];

/**
 * Characters that nobody sees but that would make two tokens of one: controls, marks of writing direction, zero-width
 * spaces, soft hyphens, halves of characters. The zero-width joiners stay: emoji and several scripts are spelled with them.
 */
const INVISIBLE =
  /(?!\s|\u0085)[\p{Cc}\p{Cs}]|[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;
const SPACE = /[\s\u0085]+/gu;

/** Marks that belong to the word around them (don't, l'ami, est-ce, 3.14, 10:30); else any punctuation but "_", in runs. */
const PUNCTUATION =
  /(?<=[\p{L}\p{M}\p{N}])['’\-‐‑](?=[\p{L}\p{N}])|(?<=\p{N})[.,:/](?=\p{N})|(?!_)(\p{P})\1*/gu;

/** The text in composed form (NFC) without invisible characters, with single spaces inside and none around it. */
export function cleanText(text: string): string {
  return text.replace(INVISIBLE, "").replace(SPACE, " ").trim().normalize("NFC");
}

/** Puts spaces around punctuation, as the PyTorch tutorial does, but deletes no letter of any script. */
function spacePunctuation(text: string): string {
  return text.replace(PUNCTUATION, (mark, alone: string | undefined) =>
    alone === undefined ? mark : ` ${mark} `,
  );
}

function words(text: string): string[] {
  return text === "" ? [] : text.split(" ");
}

/**
 * How these options split text: words at spaces, or characters as a reader counts them, spaces included.
 * `simplify` lower-cases; with words it also sets punctuation apart (a character stands apart anyway).
 */
export function createTokenizer({ unit, simplify }: CorpusOptions): Tokenize {
  const fold = (text: string) => (simplify ? cleanText(text.toLowerCase()) : cleanText(text));
  if (unit === "character") return (text) => graphemes(fold(text));
  if (!simplify) return (text) => words(fold(text));
  return (text) => words(cleanText(spacePunctuation(fold(text))));
}

/** The inverse of splitting clean text. */
export function joinTokens(unit: CorpusOptions["unit"], tokens: readonly string[]): string {
  return tokens.join(unit === "word" ? " " : "");
}
