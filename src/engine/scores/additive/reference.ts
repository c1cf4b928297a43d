/** The additive score in plain arrays: v . tanh(W q + U k). */
import { at, plus, times } from "../../reference/linearAlgebra";
import type { ReferenceScore } from "../score";

export const additive: ReferenceScore<"additive"> = (own, q, k) => {
  const both = plus(times(q, own("attention.query.weight")), times(k, own("attention.key.weight")));
  return at(times(both.map(Math.tanh), own("attention.v.weight")), 0);
};
