/** The gradient of v . tanh(W q + U k). */
import { at, plus, times, timesTransposed } from "../../reference/linearAlgebra";
import type { ReferenceScoreBackward } from "../score";

export const additive: ReferenceScoreBackward<"additive"> = (own, q, k) => {
  const [w, u] = [own("attention.query.weight"), own("attention.key.weight")];
  const v = own("attention.v.weight").flat();
  const inner = plus(times(q, w), times(k, u)).map(Math.tanh);
  const dInner = inner.map((y, i) => at(v, i) * (1 - y * y));
  return { query: timesTransposed(dInner, w), key: timesTransposed(dInner, u) };
};
