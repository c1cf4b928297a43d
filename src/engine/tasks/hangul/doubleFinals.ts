/**
 * Finals of two consonants (겹받침), respelled as they are pronounced (Standard Pronunciation, notice 88-2): one consonant
 * stays in the syllable, the other moves to the next syllable, merges with its initial, or is silent. 값이 -> 갑시,
 * 많고 -> 만코, 밟다 -> 밥다. The usual sound changes apply to the result.
 */
import { compose, type Syllable } from "./jamo";
import { isSuffixHi, Y_VOWELS } from "./soundChanges";

interface DoubleFinal {
  readonly first: string;
  readonly second: string;
  readonly alone: string; // the consonant that is pronounced at the end of a word and before most consonants (10, 11)
}

const DOUBLE_FINALS: ReadonlyMap<string, DoubleFinal> = new Map(
  "ㄳㄱㅅㄱ ㄵㄴㅈㄴ ㄶㄴㅎㄴ ㄺㄹㄱㄱ ㄻㄹㅁㅁ ㄼㄹㅂㄹ ㄽㄹㅅㄹ ㄾㄹㅌㄹ ㄿㄹㅍㅂ ㅀㄹㅎㄹ ㅄㅂㅅㅂ"
    .split(" ")
    .map((row) => {
      const [jamo = "", first = "", second = "", alone = ""] = Array.from(row);
      return [jamo, { first, second, alone }];
    }),
);

/** Every final of two consonants, in Unicode's order. */
export const DOUBLE_FINAL_JAMO: readonly string[] = [...DOUBLE_FINALS.keys()];

/** Syllables of Korean words by their final: stems such as 읽, nouns such as 닭. */
export const SYLLABLES_BY_DOUBLE_FINAL: ReadonlyMap<string, readonly string[]> = new Map(
  `ㄳ 몫넋삯, ㄵ 앉얹, ㄶ 많않끊, ㄺ 닭흙칡슭읽밝맑늙긁굵붉묽얽, ㄻ 삶앎젊닮옮굶곪, ㄼ 밟넓짧얇덟떫엷, ㄽ 곬,
  ㄾ 핥훑, ㄿ 읊, ㅀ 잃싫옳끓뚫앓닳꿇, ㅄ 값없엾`
    .split(",")
    .map((line) => {
      const [final = "", syllables = ""] = line.trim().split(" ");
      return [final, Array.from(syllables)];
    }),
);

const NOUNS_IN_LG = "닭흙칡슭삵"; // stems keep ㄹ before ㄱ instead: 닭과 -> 닥과, but 읽고 -> 일고 (11)
const FINALS_OF_NOUNS = "ㄺㄻㄼㄽ"; // the others end stems, or nouns whose ㅎ is written in two ways
const LABIAL_STEM = "밟"; // the only ㄼ that is pronounced ㅂ: 밟다 -> 밥다, but 넓다 -> 널다 (10)

/** A consonant merged with ㅎ; ㅌ is the ㅌ before -이 and -히, which is pronounced ㅊ (17). */
const ASPIRATED: ReadonlyMap<string, string> = new Map(
  ["ㄱㅋ", "ㄷㅌ", "ㅂㅍ", "ㅈㅊ", "ㅌㅊ", "ㅍㅍ"].map((pair) => [pair.charAt(0), pair.charAt(1)]),
);

/** A final of one consonant, and the next syllable's initial. */
interface Meeting {
  readonly final: string;
  readonly initial: string;
}

/** The second consonant moves (14): 닭을 -> 달글; ㅎ is silent (12): 싫어 -> 실어. */
function beforeVowel({ first, second }: DoubleFinal, { vowel }: Syllable): Meeting | null {
  if (second === "ㅎ") return { final: first, initial: "ㅇ" };
  if ("ㅈㅌ".includes(second) && Y_VOWELS.includes(vowel)) return null; // 핥여: contractions, as after one consonant
  return { final: first, initial: second === "ㅌ" && vowel === "ㅣ" ? "ㅊ" : second };
}

/** ㄶ and ㅀ before a consonant (12): 많고 -> 만코, 많소 -> 만소, 뚫는 -> 뚤는. Null where the two never meet. */
function afterH({ first }: DoubleFinal, { initial }: Syllable): Meeting | null {
  if (initial === "ㄴ" || initial === "ㅅ") return { final: first, initial };
  const merged = "ㄱㄷㅈ".includes(initial) ? ASPIRATED.get(initial) : undefined;
  return merged === undefined ? null : { final: first, initial: merged };
}

/** Before ㅎ: 밝히다 -> 발키다 (12); nouns keep the ㅎ, 닭하고 -> 닥하고. Null where Korean has neither. */
function beforeH(
  { first, second, alone }: DoubleFinal,
  stem: Syllable,
  next: Syllable,
): Meeting | null {
  const merged = isSuffixHi(next) ? ASPIRATED.get(second) : undefined;
  if (merged !== undefined) return { final: first, initial: merged };
  const isNoun = FINALS_OF_NOUNS.includes(stem.final) && compose(stem) !== LABIAL_STEM;
  return isNoun ? { final: alone, initial: "ㅎ" } : null;
}

/** Any other consonant follows: one of the two is silent (10, 11). */
function beforeConsonant(
  { first, alone }: DoubleFinal,
  stem: Syllable,
  { initial }: Syllable,
): Meeting | null {
  if (stem.final !== "ㄺ" || initial !== "ㄱ") return { final: alone, initial };
  const syllable = compose(stem);
  if (NOUNS_IN_LG.includes(syllable)) return { final: alone, initial };
  const isStem = SYLLABLES_BY_DOUBLE_FINAL.get("ㄺ")?.includes(syllable) === true;
  return isStem ? { final: first, initial } : null; // noun and stem differ, and this is neither
}

function meetingOf(double: DoubleFinal, stem: Syllable, next: Syllable): Meeting | null {
  if (next.initial === "ㅇ") return beforeVowel(double, next);
  if (double.second === "ㅎ") return afterH(double, next);
  if (next.initial === "ㅎ") return beforeH(double, stem, next);
  return beforeConsonant(double, stem, next);
}

/** The two consonants of a syllable's final; null where it has at most one. */
function doubleFinalOf(syllable: Syllable): DoubleFinal | null {
  const double = DOUBLE_FINALS.get(syllable.final) ?? null;
  return double && compose(syllable) === LABIAL_STEM ? { ...double, alone: "ㅂ" } : double;
}

/**
 * The syllables of a word with at most one consonant in each final, in the same number.
 * Null where the spelling does not determine the pronunciation, or two letters never meet in Korean.
 */
export function withoutDoubleFinals(word: readonly Syllable[]): Syllable[] | null {
  const said: Syllable[] = [...word];
  for (const [i, spelled] of word.entries()) {
    const double = doubleFinalOf(spelled);
    const next = word[i + 1];
    if (!double) continue;
    const meeting = next
      ? meetingOf(double, spelled, next)
      : { final: double.alone, initial: null };
    if (!meeting) return null;
    said[i] = { ...(said[i] ?? spelled), final: meeting.final };
    if (next && meeting.initial !== null) said[i + 1] = { ...next, initial: meeting.initial };
  }
  return said;
}
