/** What classifies names without a network, so that a student knows what the network adds. */
import { naiveBayes } from "./bayes";
import type { Named, NameTask } from "./names";

/** Shares of the held-out names that each rule puts in the right class. */
export interface Baselines {
  readonly majority: number; // always the class with the most training names
  readonly letters: number; //  naive Bayes over single letters
  readonly grams: number; //    naive Bayes over one to three letters in a row
}

export function baselines({ classes, train, heldOut }: NameTask): Baselines {
  const sizes = classes.map((_, label) => train.filter((each) => each.label === label).length);
  const largest = sizes.indexOf(Math.max(...sizes));
  const right = (classify: (name: Named) => number): number =>
    heldOut.filter((each) => classify(each) === each.label).length / heldOut.length;
  const bayes = (longest: number) => {
    const rule = naiveBayes(train, classes.length, longest);
    return right(({ letters }) => rule.classify(letters));
  };
  return { majority: right(() => largest), letters: bayes(1), grams: bayes(3) };
}
