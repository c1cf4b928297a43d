/** Proposes what a token is on one side of the pairs, by the writing of its sentences. */
import type { SideNote } from "../reading";
import { CORPUS_LIMITS, type CorpusUnit } from "../report";

const MOSTLY = 0.9; // share of the sentences
const FEW_SYMBOLS = 120; // different phonemes of a language with their marks, at most
const ENOUGH = 8; // sentences, to judge at all

/** Scripts that put no space between words. */
const NO_SPACES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;
const PHONEME = /^[\p{Lu}@]{1,3}\d?$/u;

/** Null: words. @param texts a sample of one side */
export function noteOn(texts: readonly string[]): SideNote | null {
  const filled = texts.map((text) => text.trim()).filter((text) => text !== "");
  if (filled.length < ENOUGH) return null;
  const share = (is: (text: string) => boolean): number => filled.filter(is).length / filled.length;
  if (share(isWithoutSpaces) >= MOSTLY / 2) return { kind: "noSpaces", unit: "characters" };
  if (arePhonemes(filled)) return { kind: "phonemes", unit: "separated" };
  if (share((text) => !/\s/.test(text)) >= MOSTLY) return { kind: "oneWord", unit: "characters" };
  return null;
}

function isWithoutSpaces(text: string): boolean {
  const characters = text.match(NO_SPACES)?.length ?? 0;
  const spaces = text.match(/\s/g)?.length ?? 0;
  return characters > text.length / 2 && spaces <= characters / 8;
}

function arePhonemes(texts: readonly string[]): boolean {
  const symbols = texts.flatMap((text) => text.split(/\s+/));
  const different = new Set(symbols);
  const like = symbols.filter((symbol) => PHONEME.test(symbol)).length;
  return (
    like >= symbols.length * MOSTLY &&
    different.size <= FEW_SYMBOLS &&
    symbols.length > texts.length
  );
}

/** The limit on the length of a side that "auto" takes: a sentence has more characters than words. */
export function usualLimit(unit: CorpusUnit): number {
  const { words, others } = CORPUS_LIMITS.maxLength;
  return unit === "words" || unit === "segmented" ? words : others;
}
