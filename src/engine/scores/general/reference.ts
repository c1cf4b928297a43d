/** The general score in plain arrays: q . (W k). */
import { dot, times } from "../../reference/linearAlgebra";
import type { ReferenceScore } from "../score";

export const general: ReferenceScore<"general"> = (own, q, k) =>
  dot(q, times(k, own("attention.key.weight")));
