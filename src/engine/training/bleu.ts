/** BLEU: the share of the answers' n-grams that occur in the right answers (Papineni et al. 2002). */

/** An answer and the right answer, as tokens without special tokens. */
export interface Translation {
  readonly answer: readonly string[];
  readonly truth: readonly string[];
}

const LONGEST = 4; // BLEU-4: n-grams of one to four tokens, equally weighted

/**
 * Corpus BLEU-4 with one reference for each answer: BP x (p1 p2 p3 p4)^(1/4), counts summed over the corpus first.
 * Brevity penalty BP = 1 if the answers together are longer than the truth, else exp(1 - truth / answers).
 * Smoothing adds one to both counts of p2, p3 and p4 (Lin and Och 2004, ORANGE), so that short answers without 4-grams
 * do not make it 0; p1 is not smoothed.
 * @returns in [0, 1]; 1 if every answer is the truth, 0 if no word is right
 */
export function corpusBleu(translations: readonly Translation[]): number {
  const answerLength = total(translations, ({ answer }) => answer.length); //   c
  const truthLength = total(translations, ({ truth }) => truth.length); //      r
  if (answerLength === 0) return truthLength === 0 ? 1 : 0;
  let logPrecision = 0; //                                                      ln (p1 p2 p3 p4)^(1/4)
  for (let n = 1; n <= LONGEST; n++) {
    const extra = n === 1 ? 0 : 1;
    const matches = total(translations, (pair) => sharedGrams(pair, n)) + extra;
    const possible = total(translations, ({ answer }) => gramsIn(answer, n)) + extra;
    logPrecision += Math.log(matches / possible) / LONGEST;
  }
  const brevity = Math.min(0, 1 - truthLength / answerLength); //               ln BP
  return Math.exp(brevity + logPrecision);
}

/** The number of the answer's n-grams that occur in the truth, each counted at most as often as there. */
function sharedGrams({ answer, truth }: Translation, n: number): number {
  const available = countGrams(truth, n);
  return [...countGrams(answer, n)].reduce(
    (sum, [gram, count]) => sum + Math.min(count, available.get(gram) ?? 0),
    0,
  );
}

function countGrams(tokens: readonly string[], n: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (let i = 0; i < gramsIn(tokens, n); i++) {
    const gram = JSON.stringify(tokens.slice(i, i + n)); // unambiguous: a token may contain any separator
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
}

function gramsIn(tokens: readonly string[], n: number): number {
  return Math.max(0, tokens.length - n + 1);
}

function total<T>(items: readonly T[], count: (item: T) => number): number {
  return items.reduce((sum, item) => sum + count(item), 0);
}
