/** Hangul syllables and the letters (jamo) that they consist of. */
import { graphemes } from "../../text/graphemes";

// In the order of Unicode's syllables, whose code points count finals fastest, then vowels, then initials.
const INITIALS = Array.from("ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ");
const VOWELS = Array.from("ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ");
const FINALS = ["", ...Array.from("ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")];
const FIRST_SYLLABLE = 0xac00; // 가

/**
 * One syllable as its jamo, in the compatibility forms (from U+3131) that keyboards type.
 * A consonant is the same token as initial and as final: its neighbours decide which it is.
 */
export interface Syllable {
  readonly initial: string; // ㅇ where the syllable begins with its vowel
  readonly vowel: string;
  readonly final: string; // "" where the syllable ends with its vowel
}

/** A syllable and the position of its first jamo among the tokens of a source. */
export interface PlacedSyllable extends Syllable {
  readonly start: number;
}

export function isInitial(jamo: string): boolean {
  return INITIALS.includes(jamo);
}

export function isVowel(jamo: string): boolean {
  return VOWELS.includes(jamo);
}

export function isFinal(jamo: string): boolean {
  return jamo !== "" && FINALS.includes(jamo);
}

/** The jamo of a Hangul syllable; null for every other character. */
function decompose(character: string): Syllable | null {
  const index = (character.codePointAt(0) ?? 0) - FIRST_SYLLABLE;
  const initial = INITIALS[Math.floor(index / (VOWELS.length * FINALS.length))];
  const vowel = VOWELS[Math.floor(index / FINALS.length) % VOWELS.length];
  const final = FINALS[index % FINALS.length];
  if (initial === undefined || vowel === undefined || final === undefined) return null;
  return { initial, vowel, final };
}

/** The syllable as one character. */
export function compose({ initial, vowel, final }: Syllable): string {
  const row = INITIALS.indexOf(initial) * VOWELS.length + VOWELS.indexOf(vowel);
  return String.fromCodePoint(FIRST_SYLLABLE + row * FINALS.length + FINALS.indexOf(final));
}

/** Every Hangul syllable of a text as its jamo; other characters are unchanged. "한a" -> ㅎ ㅏ ㄴ a. */
export function jamoOf(text: string): string[] {
  return graphemes(text).flatMap((character) => {
    const syllable = decompose(character);
    if (!syllable) return [character];
    const { initial, vowel, final } = syllable;
    return final === "" ? [initial, vowel] : [initial, vowel, final];
  });
}

/**
 * The syllable that begins at `start`; null where none does.
 * The division into syllables is unique: every syllable begins with a consonant, so a consonant before a vowel is an
 * initial, and any other is a final.
 */
function syllableAt(jamo: readonly string[], start: number): PlacedSyllable | null {
  const [initial = "", vowel = "", third = "", fourth = ""] = jamo.slice(start, start + 4);
  if (!isInitial(initial) || !isVowel(vowel)) return null;
  return { initial, vowel, final: isFinal(third) && !isVowel(fourth) ? third : "", start };
}

/** The position after a syllable's last jamo. */
function endOf({ start, final }: PlacedSyllable): number {
  return start + (final === "" ? 2 : 3);
}

/** The syllables that the jamo spell; null where any jamo belongs to none. */
export function syllablesOf(jamo: readonly string[]): PlacedSyllable[] | null {
  const syllables: PlacedSyllable[] = [];
  for (let start = 0; start < jamo.length;) {
    const syllable = syllableAt(jamo, start);
    if (!syllable) return null;
    syllables.push(syllable);
    start = endOf(syllable);
  }
  return syllables;
}

/** Jamo as text: composed where they spell a syllable, else single. The inverse of `jamoOf`. */
export function writeJamo(jamo: readonly string[]): string {
  let text = "";
  for (let start = 0; start < jamo.length;) {
    const syllable = syllableAt(jamo, start);
    text += syllable ? compose(syllable) : (jamo[start] ?? "");
    start = syllable ? endOf(syllable) : start + 1;
  }
  return text;
}

/** Whether a Korean word ends in a consonant, which decides between the forms of its particles. */
export function endsInConsonant(word: string): boolean {
  const final = decompose(Array.from(word).at(-1) ?? "")?.final ?? "";
  return final !== "";
}
