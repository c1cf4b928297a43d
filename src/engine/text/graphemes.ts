/** Splits text into graphemes: what a reader counts as one character. */

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

/** ASCII, accented Latin letters, Hangul syllables never join. The segmenter takes a microsecond for each. */
const STAND_ALONE = /^[ -~\u00a0-\u02ff\uac00-\ud7a3]*$/;

/**
 * The grapheme clusters of a text in Unicode's composed form (NFC); joined they give that form.
 * Code points would split "👩‍🚀" and "y̆", code units even "😀": for one unknown character that a student types, the
 * page shows one <unk>. NFC makes a decomposed "é" or "한" (as in macOS files) the same token as a typed one.
 */
export function graphemes(text: string): string[] {
  const composed = text.normalize("NFC");
  if (STAND_ALONE.test(composed)) return composed.split("");
  return Array.from(segmenter.segment(composed), ({ segment }) => segment);
}
