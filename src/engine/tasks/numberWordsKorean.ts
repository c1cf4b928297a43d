/**
 * The task Number words in Korean: from a Sino-Korean number in Hangul to digits. "이천이십육" -> "2026".
 * A token is a syllable. 일 (one) is left out before 십, 백 and 천 (ten, hundred, thousand), and before a 만 (ten
 * thousand) that begins the number.
 */
import { graphemes } from "../text/graphemes";
import { spokenNumberFamily, type NumberWord } from "./spokenNumber";

const DIGITS = Array.from("일이삼사오육칠팔구");
const UNITS = ["", "십", "백", "천"]; // of a group of four digits, the ones first
const GROUP = 10_000;

/** The syllables of 1 to 9999, the ones at place `lowest`. No syllable names a zero, so none is linked to it. */
function sayGroup(value: number, lowest: number): NumberWord[] {
  return Array.from(String(value)).flatMap((digit, i, digits) => {
    const unit = digits.length - 1 - i;
    if (digit === "0") return [];
    const isWritten = digit !== "1" || unit === 0;
    const texts = [isWritten ? (DIGITS[Number(digit) - 1] ?? "") : "", UNITS[unit] ?? ""];
    return texts.filter((text) => text !== "").map((text) => ({ text, places: [lowest + unit] }));
  });
}

/** The syllables of 1 to 999,999. 만 is linked to every digit named before it, and to the 1 that it implies. */
function say(value: number): NumberWord[] {
  const [tenThousands, rest] = [Math.floor(value / GROUP), value % GROUP];
  const last = rest > 0 ? sayGroup(rest, 0) : [];
  if (tenThousands === 0) return last;
  const before = sayGroup(tenThousands, 4);
  const places = [...new Set(before.flatMap((word) => word.places))];
  return [...(tenThousands === 1 ? [] : before), { text: "만", places }, ...last];
}

function read(syllables: readonly string[]): number {
  let tenThousands = 0;
  let sum = 0;
  let digit = 0; // read, and waiting for its unit
  for (const syllable of syllables) {
    const unit = UNITS.indexOf(syllable);
    if (syllable === "만") {
      [tenThousands, sum, digit] = [sum + digit || 1, 0, 0];
    } else if (unit > 0) {
      sum += (digit || 1) * 10 ** unit;
      digit = 0;
    } else digit = DIGITS.indexOf(syllable) + 1 || Number.NaN;
  }
  return GROUP * tenThousands + sum + digit;
}

export const numberWordsKoreanFamily = spokenNumberFamily({
  id: "numberWordsKorean",
  unit: "character",
  words: [...DIGITS, "십", "백", "천", "만"],
  say: (value) => [say(value)],
  read,
  tokenize: (text) => graphemes(text.replace(/\s/gu, "")), // 십이만 삼천 is written with a space
});
