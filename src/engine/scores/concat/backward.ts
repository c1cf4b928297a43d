/** The gradient of v . tanh(W_a [q; k]). */
import { at, times, timesTransposed } from "../../reference/linearAlgebra";
import type { ReferenceScoreBackward } from "../score";

export const concat: ReferenceScoreBackward<"concat"> = (own, q, k) => {
  const w = own("attention.concat.weight"); // [H + K, H]
  const v = own("attention.v.weight").flat();
  const inner = times([...q, ...k], w).map(Math.tanh);
  const dInner = inner.map((y, i) => at(v, i) * (1 - y * y));
  const both = timesTransposed(dInner, w);
  return { query: both.slice(0, q.length), key: both.slice(q.length) };
};
