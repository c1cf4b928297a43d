/**
 * Sound changes where the end of one Korean syllable meets the beginning of the next, in the letters of the Revised
 * Romanization (notice 2000-8, chapter 3, on the Standard Pronunciation, notice 88-2).
 *
 * The rules here assume a simple word: a stem with its endings, or a word of Chinese origin. Compounds that sound
 * different are respelled first (respelling.ts), and so are finals of two consonants (doubleFinals.ts). The romanization ignores consonants that only become tense.
 */
import { FINAL_LETTERS, INITIAL_LETTERS, lettersFor, VOWEL_LETTERS } from "./latinLetters";
import type { Syllable } from "./jamo";

/** The letters of a final consonant, and of the next syllable's initial and vowel. */
export interface Contact {
  readonly final: string;
  readonly initial: string;
  readonly vowel: string;
}

/** The final stops, and the nasal that each becomes before a nasal. */
const NASAL_OF: ReadonlyMap<string, string> = new Map([
  ["k", "ng"],
  ["t", "n"],
  ["p", "m"],
]);

/** ㄱ, ㄷ or ㅈ after ㅎ: the two merge into one sound. */
const ASPIRATED_AFTER_H: ReadonlyMap<string, string> = new Map([
  ["ㄱ", "k"],
  ["ㄷ", "t"],
  ["ㅈ", "ch"],
]);

/** A final before the ㅎ of the suffix -히-: the two merge into one sound. */
const ASPIRATED_BEFORE_SUFFIX: ReadonlyMap<string, string> = new Map([
  ["ㄱ", "k"],
  ["ㄷ", "ch"], // 닫히다: ㅌ before ㅣ is pronounced ㅊ
  ["ㅂ", "p"],
  ["ㅈ", "ch"],
]);

export const Y_VOWELS = "ㅑㅒㅕㅖㅛㅠ";

/** 져, 쪄 and 쳐 are pronounced 저, 쩌 and 처. The rules do not cover the other y-vowels there: null. */
function vowelAfter(initial: string, vowel: string): string | null {
  const palatal = initial === "ㅈ" || initial === "ㅉ" || initial === "ㅊ";
  if (!palatal || !Y_VOWELS.includes(vowel)) return lettersFor(VOWEL_LETTERS, vowel);
  return vowel === "ㅕ" ? "eo" : null;
}

/** Final ㅎ: 좋고 joko, 낳지 nachi, 놓는 nonneun, 좋은 joeun, 좋소 joso (the ㅅ only becomes tense). */
function afterH({ initial, vowel }: Syllable): Contact | null {
  const letters = vowelAfter(initial, vowel);
  if (letters === null) return null;
  if (initial === "ㅇ") return { final: "", initial: "", vowel: letters };
  if (initial === "ㄴ") return { final: "n", initial: "n", vowel: letters };
  if (initial === "ㅅ") return { final: "", initial: "s", vowel: letters };
  const aspirated = ASPIRATED_AFTER_H.get(initial);
  return aspirated === undefined ? null : { final: "", initial: aspirated, vowel: letters };
}

/** Whether a syllable with ㅎ is the suffix -히-, or its contraction -혀(ㅆ)- with an ending: 먹히다, 잡혀, 막혔다. */
export function isSuffixHi({ vowel, final }: Syllable): boolean {
  return vowel === "ㅣ" || (vowel === "ㅕ" && (final === "" || final === "ㅆ"));
}

/** ㄱ, ㄷ, ㅂ or ㅈ before ㅎ: the two merge before the suffix (잡혀 japyeo), but not in nouns (묵호 Mukho). */
function beforeH(final: string, next: Syllable): Contact | null {
  const vowel = lettersFor(VOWEL_LETTERS, next.vowel);
  if (isSuffixHi(next)) {
    const aspirated = ASPIRATED_BEFORE_SUFFIX.get(final);
    if (aspirated === undefined) return null;
    const said = aspirated === "ch" ? vowelAfter("ㅊ", next.vowel) : vowel;
    return said === null ? null : { final: "", initial: aspirated, vowel: said };
  }
  if (final !== "ㄱ" && final !== "ㄷ" && final !== "ㅂ") return null;
  return { final: lettersFor(FINAL_LETTERS, final), initial: "h", vowel };
}

/** A final before a vowel moves to the next syllable (옷이 osi); ㄷ and ㅌ before ㅣ become ㅈ and ㅊ (굳이 guji, 같이 gachi). */
function beforeVowel(final: string, vowel: string): Contact | null {
  const letters = lettersFor(VOWEL_LETTERS, vowel);
  if (final === "" || final === "ㅇ")
    return { final: lettersFor(FINAL_LETTERS, final), initial: "", vowel: letters };
  if ("ㄷㅌㅈㅊ".includes(final) && Y_VOWELS.includes(vowel)) return null; // 붙여, 밭여-: contractions and compounds
  if (final === "ㄷ" && vowel === "ㅣ") return { final: "j", initial: "", vowel: letters };
  if (final === "ㅌ" && vowel === "ㅣ") return { final: "ch", initial: "", vowel: letters };
  return { final: lettersFor(INITIAL_LETTERS, final), initial: "", vowel: letters };
}

/** Two consonants, neither of them ㅎ: nasals and ㄹ change, or change the consonant before them. */
function consonants(end: string, initial: string): { final: string; initial: string } {
  const nasal = NASAL_OF.get(end) ?? end;
  if (initial === "ㄹ") {
    if (end === "") return { final: "", initial: "r" };
    if (end === "l" || end === "n") return { final: "l", initial: "l" }; // 신라 Silla
    return { final: nasal, initial: "n" }; // 종로 Jongno, 독립 Dongnip
  }
  if (initial === "ㄴ" && end === "l") return { final: "l", initial: "l" }; // 별내 Byeollae
  const letters = lettersFor(INITIAL_LETTERS, initial);
  if (initial === "ㄴ" || initial === "ㅁ") return { final: nasal, initial: letters }; // 백마 Baengma
  return { final: end, initial: letters };
}

/**
 * The letters where a final consonant ("" for none) meets the next syllable.
 * Null where the spelling does not determine them, or where the two never meet in Korean.
 */
export function contact(final: string, next: Syllable): Contact | null {
  const end = lettersFor(FINAL_LETTERS, final);
  if (final === "ㅎ") return afterH(next);
  if (next.initial === "ㅇ") return beforeVowel(final, next.vowel);
  if (next.initial === "ㅎ" && NASAL_OF.has(end)) return beforeH(final, next);
  const vowel = vowelAfter(next.initial, next.vowel);
  return vowel === null ? null : { ...consonants(end, next.initial), vowel };
}
