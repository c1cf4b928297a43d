/** The gradient of q . (W k). */
import { times, timesTransposed } from "../../reference/linearAlgebra";
import type { ReferenceScoreBackward } from "../score";

export const general: ReferenceScoreBackward<"general"> = (own, q, k) => {
  const w = own("attention.key.weight"); // [K, H]
  return { query: times(k, w), key: timesTransposed(q, w) };
};
