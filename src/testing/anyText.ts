/** Text for property tests, with many characters that are hard to split into words and graphemes. */
import fc from "fast-check";

const PLAIN = Array.from("abz ZÉéßİıΑΣς가한0199_<>$");
const PUNCTUATION = Array.from(`.,:/!?…'’-‐()“”"。！`);
const COMBINING = ["\u0301", "\u0306", "\u0345", "\u1100", "\u1161", "\u11ab", "\u0915", "\u094d"];
const INVISIBLE = ["\u200b", "\u200d", "\u00ad", "\u202e", "\ufeff", "\u0000", "\u0085"];
const SPACES = ["\t", "\n", "\r", "\u00a0", "\u3000", "\u2028"];
const EMOJI = ["😀", "👩", "🚀", "🏽", "🇰", "🇷", "\ud83d", "\ude00"]; // with lone surrogates

const hardUnit = fc.constantFrom(
  ...[PLAIN, PUNCTUATION, COMBINING, INVISIBLE, SPACES, EMOJI].flat(),
);
const anyUnit = fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code));

export const anyText = fc
  .array(fc.oneof(hardUnit, anyUnit), { maxLength: 24 })
  .map((units) => units.join(""));
