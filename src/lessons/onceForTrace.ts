/** Remembers what a judge has computed from a model's weights: it runs at every change of the page. */
import type { Trace } from "../engine/results/trace";
import type { Facts } from "./facts";

/** Computes once for each trace whose weights the page has read. */
export function onceForTrace<T>(compute: (facts: Facts) => T): (facts: Facts) => T {
  const known = new WeakMap<Trace, { readonly value: T }>();
  return (facts) => {
    const found = known.get(facts.trace) ?? { value: compute(facts) };
    if (facts.weights) known.set(facts.trace, found);
    return found.value;
  };
}
