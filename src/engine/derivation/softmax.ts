/** One result of a softmax: exp(x - max) over the sum of all such powers. */
import { apply, difference, largest, type Quantity, quotient, sum } from "./quantity";

/** @param among all inputs, `x` among them */
export function softmaxOf(x: Quantity, among: readonly Quantity[]): Quantity {
  const max = largest(among);
  const power = (each: Quantity): Quantity => apply("exp", difference(each, max));
  return quotient(power(x), sum(among.map(power)));
}
