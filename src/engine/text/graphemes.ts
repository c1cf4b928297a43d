/** Splits text into what a reader counts as one character. */

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

/** ASCII, Latin letters with accents, Hangul syllables: each stands alone among the others. The segmenter takes a microsecond each. */
const STAND_ALONE = /^[ -~\u00a0-\u02ff\uac00-\ud7a3]*$/;

/**
 * The grapheme clusters of a text in Unicode's composed form (NFC), in order; joined they are that form again.
 * Code points would tear "👩‍🚀" and "y̆" apart, code units even "😀": a student who types one unknown character
 * should be told of one. NFC makes a decomposed "é" or "한" (as macOS writes file contents) the same token as a typed one.
 */
export function graphemes(text: string): string[] {
  const composed = text.normalize("NFC");
  if (STAND_ALONE.test(composed)) return composed.split("");
  return Array.from(segmenter.segment(composed), ({ segment }) => segment);
}
