/** How plausible a decoded text is as sentences in the languages that its encoding was made for. */
import type { Encoding } from "../report";

type OlderEncoding = Extract<Encoding, "euc-kr" | "shift_jis" | "windows-1252">;

const HANGUL = /[\uac00-\ud7a3]/g;
const COMMON_HANGUL =
  /[이다는에의가을지고하한도로서은나어사아자기리니라를게대일그해요들있시만인으했안]/g;
const KANA = /[\u3041-\u30fe]/g;
const KANJI = /[\u4e00-\u9fff]/g;
const HALF_KATAKANA = /[\uff61-\uff9f]/g;
const WIDE_PUNCTUATION = /[\u3000-\u3002\u300c-\u300f\uff01-\uff5e“”‘’…·―]/g;
const ACCENTED =
  /[A-Za-z][\u00c0-\u00ff\u0152\u0153\u0178\u0160\u0161\u017d\u017e]|[\u00c0-\u00ff\u0152\u0153\u0161\u017e][a-z]|[\u00e0\u00e9]\s/g;
const LATIN_MARKS = /[«»¿¡–—‘’“”…°€£ß\u00a0·]/g;

/** Share of the characters beyond ASCII that fit, in [0, 1]; those that do not fit count twice. */
export function plausibility(text: string, encoding: OlderEncoding): number {
  const beyond = count(text, /[\u0080-\uffff]/g);
  if (beyond === 0) return encoding === "windows-1252" ? 1 : 0;
  const share = (fitting: number, strange = 0): number =>
    Math.max(0, Math.min(1, (fitting - strange) / beyond));
  switch (encoding) {
    case "euc-kr": {
      const hangul = count(text, HANGUL);
      const isCommon = count(text, COMMON_HANGUL) > hangul / 8; // a third of real Korean
      return share(hangul + count(text, WIDE_PUNCTUATION), isCommon ? count(text, KANJI) : beyond);
    }
    case "shift_jis": {
      const kana = count(text, KANA);
      const kanji = Math.min(count(text, KANJI), 2 * kana); // no Japanese sentence has kanji alone
      return share(kana + kanji + count(text, WIDE_PUNCTUATION), 2 * count(text, HALF_KATAKANA));
    }
    case "windows-1252":
      return share(
        count(text, ACCENTED) + count(text, LATIN_MARKS),
        count(text, /[\u0080-\u009f]/g),
      );
    default:
      return encoding satisfies never;
  }
}

function count(text: string, pattern: RegExp): number {
  let found = 0;
  for (const _ of text.matchAll(pattern)) found++;
  return found;
}
