/**
 * Naive Bayes over the letters of a name: what counting alone can tell, the baseline beside the classifier.
 * p(class | name) is proportional to p(class) times the product of p(n-gram | class) over the n-grams of the name.
 */
import type { Named } from "./names";

/** Shares of a class that n-grams never seen in it get, in counts (Laplace's rule with less than one). */
const SMOOTHING = 0.1;
const [BEGIN, END] = ["^", "$"]; // no letters of a name

interface ClassCounts {
  readonly names: number;
  readonly total: number; // n-grams
  readonly counts: ReadonlyMap<string, number>;
}

export interface NaiveBayes {
  /** The most probable class of these letters. */
  classify(letters: readonly string[]): number;
}

/** All n-grams of 1 to `longest` letters; from two letters on the ends of the name count as letters. */
function gramsOf(letters: readonly string[], longest: number): string[] {
  const grams = [...letters];
  const ended = [BEGIN, ...letters, END];
  for (let n = 2; n <= longest; n++)
    for (let i = 0; i + n <= ended.length; i++) grams.push(ended.slice(i, i + n).join(""));
  return grams;
}

/** @param longest most letters in an n-gram */
export function naiveBayes(names: readonly Named[], classes: number, longest: number): NaiveBayes {
  const kinds = new Set(names.flatMap(({ letters }) => gramsOf(letters, longest))).size;
  const byClass = Array.from({ length: classes }, (_, label) =>
    countGrams(
      names.filter((each) => each.label === label),
      longest,
    ),
  );
  const score = ({ names: own, total, counts }: ClassCounts, grams: readonly string[]): number =>
    grams.reduce(
      (sum, gram) =>
        sum + Math.log(((counts.get(gram) ?? 0) + SMOOTHING) / (total + SMOOTHING * kinds)),
      Math.log(own / names.length),
    );
  return {
    classify(letters) {
      const grams = gramsOf(letters, longest);
      const scores = byClass.map((each) => score(each, grams));
      return scores.indexOf(Math.max(...scores));
    },
  };
}

function countGrams(names: readonly Named[], longest: number): ClassCounts {
  const counts = new Map<string, number>();
  let total = 0;
  for (const { letters } of names)
    for (const gram of gramsOf(letters, longest)) {
      counts.set(gram, (counts.get(gram) ?? 0) + 1);
      total += 1;
    }
  return { names: names.length, total, counts };
}
