/** Makes equal-looking texts equal. */

/**
 * Invisible characters that would make equal-looking tokens different: controls, direction marks, zero-width spaces,
 * soft hyphens, lone surrogates. Zero-width joiners stay: emoji and several scripts need them.
 */
const INVISIBLE =
  /(?!\s|\u0085)[\p{Cc}\p{Cs}]|[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;
const SPACE = /[\s\u0085]+/gu;

/** ASCII, accented Latin letters, Hangul syllables and single spaces: such a text is clean. */
const CLEAN = /^(?:[!-~\u00a1-\u00ac\u00ae-\u02ff\uac00-\ud7a3]+(?: |$))*$/;

/** The text in composed form (NFC), trimmed, with single spaces and without invisible characters. */
export function cleanText(text: string): string {
  if (CLEAN.test(text) && !text.endsWith(" ")) return text;
  return text.replace(INVISIBLE, "").replace(SPACE, " ").trim().normalize("NFC");
}
