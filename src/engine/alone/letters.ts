/** The letters of a name: what a network reads or writes one by one. */
import { jamoOf, writeJamo } from "../tasks/hangul/jamo";

/** Whether letters keep their accents: "ř", or "r" as in the PyTorch tutorial. */
export type Accents = "kept" | "removed";

/** Letters whose marks Unicode does not separate from them. */
const BARE: Readonly<Record<string, string>> = { ł: "l", đ: "d", ø: "o", ı: "i", ß: "ss", æ: "ae" };

/** A name in small letters without accents. Names that differ in accents or capitals alone are one name in both splits. */
export function folded(name: string): string {
  const bare = name
    .toLowerCase()
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[łđøıßæ]/gu, (letter) => BARE[letter] ?? letter);
  return bare.normalize("NFC");
}

/**
 * The letters of a name: code points in Unicode's composed form, in small letters, and jamo of Hangul syllables. Signs
 * that scripts write at a letter, such as the vowels of Thai, are letters of their own.
 */
export function lettersOf(name: string, accents: Accents): string[] {
  const spelled = accents === "removed" ? folded(name) : name.toLowerCase();
  return jamoOf(spelled).flatMap((character) => Array.from(character));
}

/** The letters as text, jamo as the syllables that they spell. */
export function writeLetters(letters: readonly string[]): string {
  return writeJamo(letters).normalize("NFC");
}
