/** Folding: full-width forms, ligatures and curly quotes become the plain characters that keyboards type. */
import type { Fold } from "../reading";

/** Full-width ASCII, the ideographic space, half-width Katakana and Hangul, Latin ligatures. */
const COMPATIBLE = "\\u3000\\uff01-\\uff5e\\uff61-\\uffdc\\ufb00-\\ufb06";

const QUOTES: Readonly<Record<string, string>> = {
  "‘": "'",
  "’": "'",
  "‚": "'",
  "‛": "'",
  "“": '"',
  "”": '"',
  "„": '"',
  "‟": '"',
  "′": "'",
  "″": '"',
  "«": '"',
  "»": '"',
};

const FOLDED = new RegExp(
  `[${COMPATIBLE}]+[\\u3099\\u309a]?|[${Object.keys(QUOTES).join("")}]`,
  "gu",
);

const FOLDS = new RegExp(FOLDED.source, "u");

export function fold(text: string): string {
  return text.replace(FOLDED, (found) => QUOTES[found] ?? found.normalize("NFKC"));
}

/** Counts each character of a text that folding changes. */
export function countFolds(text: string, counts: Map<string, number>): void {
  if (!FOLDS.test(text)) return;
  for (const [found] of text.matchAll(FOLDED))
    for (const character of found) counts.set(character, (counts.get(character) ?? 0) + 1);
}

const MOST_FOLDS = 12;

export function mostFrequentFolds(counts: ReadonlyMap<string, number>): Fold[] {
  return [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, MOST_FOLDS)
    .map(([from, count]) => ({ from, to: fold(from), count }));
}
