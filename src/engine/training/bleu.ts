/** BLEU: how many n-grams of the answers stand in the right ones (Papineni et al. 2002). */

/** An answer and the one right answer to it, as tokens without special ones. */
export interface Translation {
  readonly answer: readonly string[];
  readonly truth: readonly string[];
}

const LONGEST = 4; // BLEU-4: n-grams of one to four tokens, weighted alike

/**
 * Corpus BLEU-4 against one reference each: BP x (p1 p2 p3 p4)^(1/4), counts summed over the corpus before dividing.
 * Brevity penalty BP = 1 where the answers together are longer than the truth, else exp(1 - truth / answers).
 * Smoothed by adding one to both counts of p2, p3 and p4 (Lin and Och 2004, ORANGE), so that short answers that have
 * no 4-grams do not make it 0; p1 is left as it is.
 * @returns in [0, 1]; 1 where every answer is the truth, 0 where no word is right
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

/** n-grams of the answer that stand in the truth too, each at most as often as it stands there. */
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
    const gram = JSON.stringify(tokens.slice(i, i + n)); // no token can look like the border of two
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
