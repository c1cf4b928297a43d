/** The concat score in plain arrays: v . tanh(W_a [q; k]). */
import { at, times } from "../../reference/linearAlgebra";
import type { ReferenceScore } from "../score";

export const concat: ReferenceScore<"concat"> = (own, q, k) => {
  const inner = times([...q, ...k], own("attention.concat.weight")).map(Math.tanh);
  return at(times(inner, own("attention.v.weight")), 0);
};
