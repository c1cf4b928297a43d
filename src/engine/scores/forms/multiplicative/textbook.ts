/** Scores of the form q . k', where k' depends only on the key (Luong et al. 2015, eq. 8). */
import { expandDims, mul, sum, type Tensor } from "@tensorflow/tfjs-core";
import type { Scorer } from "../../score";

/** @param keys k' [B, S, H] */
export function multiplicative(keys: Tensor): Scorer {
  return (query) => sum(mul(expandDims(query, 1), keys), 2); // [B, S]
}
