/** Draws words of random syllables, in which sound changes and finals of two consonants are frequent. */
import type { Random } from "../../rng";
import { drawFrom } from "../drawFrom";
import { SYLLABLES_BY_DOUBLE_FINAL } from "./doubleFinals";
import { isFinal, isInitial, isVowel, jamoOf } from "./jamo";

const SPACE_ONE_IN = 8; // of the places between two syllables
const DOUBLE_ONE_IN = 4; // of the finals
const UNREAL_ONE_IN = 8; // of the syllables with a final of two consonants; the others are of Korean words
const ENDING_ONE_IN = 4; // of the syllables that make a sound change: 이 or 히; after ㄷ and ㅌ half of them
const CHANGED_BY_I = "ㄷㅌㄾ";
const ANY_ONE_IN = 3; // of initials and vowels: from all jamo, the others from the basic ones, which are more common

const BASIC = "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎㅏㅑㅓㅕㅗㅛㅜㅠㅡㅣ";

/** Initials that change the final before them, or are changed by it. */
const CHANGING = "ㅇㄴㄹㅁㅎ";
const CHANGING_AFTER_DOUBLE = "ㅇㄴㅁㅎㄱㄷㅈ";

const isDouble = (token: string): boolean => SYLLABLES_BY_DOUBLE_FINAL.has(token);

function drawLetter(random: Random, letters: readonly string[]): string {
  const basic = letters.filter((letter) => BASIC.includes(letter));
  return drawFrom(random, random.below(ANY_ONE_IN) === 0 ? letters : basic);
}

/** The syllables of Korean words with a final of two consonants. */
const REAL_SYLLABLES = [...SYLLABLES_BY_DOUBLE_FINAL.values()].flat();

/**
 * The source of words of `length` syllables in all. Initials, vowels and finals are uniform, except that half the
 * syllables have no final, half the finals meet a syllable that makes a sound change, often the endings 이 and 히, and
 * a final of two consonants mostly stands in a syllable that Korean has. Without these jamo or without the space none
 * is drawn.
 */
export function wordSource(jamo: readonly string[]): (random: Random, length: number) => string[] {
  const [initials = [], vowels = [], finals = []] = [isInitial, isVowel, isFinal].map((fits) =>
    jamo.filter(fits),
  );
  const singles = finals.filter((final) => !isDouble(final));
  const doubles = finals.filter(isDouble);

  /** Initial and vowel of a syllable that changes the final before it, or is changed by it. */
  function drawChanging(random: Random, before: string): string[] {
    const endingOneIn = CHANGED_BY_I.includes(before) ? 2 : ENDING_ONE_IN;
    if (random.below(endingOneIn) === 0) return [drawFrom(random, ["ㅇ", "ㅎ"]), "ㅣ"];
    const changing = isDouble(before) ? CHANGING_AFTER_DOUBLE : CHANGING;
    const fitting = initials.filter((initial) => changing.includes(initial));
    return [drawFrom(random, fitting), drawLetter(random, vowels)];
  }

  /** Initial and vowel. */
  function drawOpen(random: Random, before: string): string[] {
    if (isFinal(before) && random.below(2) === 0) return drawChanging(random, before);
    return [drawLetter(random, initials), drawLetter(random, vowels)];
  }

  function drawSyllable(random: Random, before: string): string[] {
    if (random.below(2) === 0) return drawOpen(random, before);
    const isDoubled = doubles.length > 0 && random.below(DOUBLE_ONE_IN) === 0;
    if (isDoubled && random.below(UNREAL_ONE_IN) > 0)
      return jamoOf(drawFrom(random, REAL_SYLLABLES));
    return [...drawOpen(random, before), drawFrom(random, isDoubled ? doubles : singles)];
  }

  return (random, length) => {
    const words: string[] = [];
    for (let syllable = 0; syllable < length; syllable++) {
      const isApart = syllable > 0 && jamo.includes(" ") && random.below(SPACE_ONE_IN) === 0;
      if (isApart) words.push(" ");
      words.push(...drawSyllable(random, words.at(-1) ?? ""));
    }
    return words;
  };
}
