/**
 * The Latin letters of each jamo in the Revised Romanization of Korean, where no neighbour changes its sound (Ministry
 * of Culture and Tourism, notice 2000-8, chapter 2).
 */

export const INITIAL_LETTERS: ReadonlyMap<string, string> = new Map([
  ["ㄱ", "g"],
  ["ㄲ", "kk"],
  ["ㄴ", "n"],
  ["ㄷ", "d"],
  ["ㄸ", "tt"],
  ["ㄹ", "r"],
  ["ㅁ", "m"],
  ["ㅂ", "b"],
  ["ㅃ", "pp"],
  ["ㅅ", "s"],
  ["ㅆ", "ss"],
  ["ㅇ", ""], // silent before a vowel
  ["ㅈ", "j"],
  ["ㅉ", "jj"],
  ["ㅊ", "ch"],
  ["ㅋ", "k"],
  ["ㅌ", "t"],
  ["ㅍ", "p"],
  ["ㅎ", "h"],
]);

export const VOWEL_LETTERS: ReadonlyMap<string, string> = new Map([
  ["ㅏ", "a"],
  ["ㅐ", "ae"],
  ["ㅑ", "ya"],
  ["ㅒ", "yae"],
  ["ㅓ", "eo"],
  ["ㅔ", "e"],
  ["ㅕ", "yeo"],
  ["ㅖ", "ye"],
  ["ㅗ", "o"],
  ["ㅘ", "wa"],
  ["ㅙ", "wae"],
  ["ㅚ", "oe"],
  ["ㅛ", "yo"],
  ["ㅜ", "u"],
  ["ㅝ", "wo"],
  ["ㅞ", "we"],
  ["ㅟ", "wi"],
  ["ㅠ", "yu"],
  ["ㅡ", "eu"],
  ["ㅢ", "ui"], // also where it is pronounced as ㅣ
  ["ㅣ", "i"],
]);

/** A syllable ends in one of seven sounds; the other consonants are pronounced as one of these. */
export const FINAL_LETTERS: ReadonlyMap<string, string> = new Map([
  ["", ""],
  ["ㄱ", "k"],
  ["ㄲ", "k"],
  ["ㅋ", "k"],
  ["ㄴ", "n"],
  ["ㄷ", "t"],
  ["ㅅ", "t"],
  ["ㅆ", "t"],
  ["ㅈ", "t"],
  ["ㅊ", "t"],
  ["ㅌ", "t"],
  ["ㅎ", "t"],
  ["ㄹ", "l"],
  ["ㅁ", "m"],
  ["ㅂ", "p"],
  ["ㅍ", "p"],
  ["ㅇ", "ng"],
  // of two consonants one is pronounced
  ["ㄳ", "k"],
  ["ㄺ", "k"],
  ["ㄵ", "n"],
  ["ㄶ", "n"],
  ["ㄻ", "m"],
  ["ㄼ", "l"],
  ["ㄽ", "l"],
  ["ㄾ", "l"],
  ["ㅀ", "l"],
  ["ㄿ", "p"],
  ["ㅄ", "p"],
]);

/** @throws if the table has no letters for the jamo */
export function lettersFor(table: ReadonlyMap<string, string>, jamo: string): string {
  const letters = table.get(jamo);
  if (letters === undefined) throw new Error(`romanization: no letters for "${jamo}"`);
  return letters;
}
