/** Scores of the form v . tanh(W q + U k) (Bahdanau et al. 2015, appendix A.1.2). */
import { add, expandDims, reshape, type Tensor, tanh } from "@tensorflow/tfjs-core";
import { product } from "../../../model/product";
import type { Scorer } from "../../score";

/**
 * @param v [H, 1]
 * @param w W, the query's matrix [H, H]
 * @param keys U k, [B, S, H]
 */
export function additiveForm(v: Tensor, w: Tensor, keys: Tensor): Scorer {
  const [, S, H] = keys.shape as [number, number, number];
  return (query) => {
    const inner = tanh(add(expandDims(product(query, w), 1), keys)); // tanh(W q + U k)  [B, S, H]
    return reshape(product(reshape(inner, [-1, H]), v), [-1, S]);
  };
}
