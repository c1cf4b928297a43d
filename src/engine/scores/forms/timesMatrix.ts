/** The product of every key with a matrix. */
import { reshape, type Tensor } from "@tensorflow/tfjs-core";
import { product } from "../../model/product";

/** k W for every key. [B, S, K], [K, A] -> [B, S, A] */
export function timesMatrix(keys: Tensor, w: Tensor): Tensor {
  const [B, S, K] = keys.shape as [number, number, number];
  return reshape(product(reshape(keys, [-1, K]), w), [B, S, -1]);
}
