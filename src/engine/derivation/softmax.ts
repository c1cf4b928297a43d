/** One result of a softmax: exp(x - max) over the sum of all such powers. */
import { apply, constant, difference, largest, type Quantity, quotient, sum } from "./quantity";

/**
 * @param among all inputs, `x` among them
 * @param temperature divides the inputs
 */
export function softmaxOf(x: Quantity, among: readonly Quantity[], temperature = 1): Quantity {
  const max = largest(among);
  const cooled = (each: Quantity): Quantity =>
    temperature === 1 ? each : quotient(each, constant(temperature));
  const power = (each: Quantity): Quantity => apply("exp", cooled(difference(each, max)));
  return quotient(power(x), sum(among.map(power)));
}
