/** The score functions e(q, k): how well an encoder state answers a query. None has a bias. */
import {
  add,
  expandDims,
  mul,
  reshape,
  slice,
  sum,
  type Tensor,
  tanh,
} from "@tensorflow/tfjs-core";
import type { ModelShape } from "../setup/modelShape";
import { product } from "./product";
import { type Weights, weight } from "./weights";

/** Scores of every encoder state against a query. [B, H] -> [B, S] */
export type Score = (query: Tensor) => Tensor;

/**
 * The score function on a source. What depends on the keys alone is computed here, once for all decoder steps
 * (Bahdanau et al. 2015, appendix A.1.2).
 * @param keys the encoder states k, [B, S, K]
 */
export function prepareScore(weights: Weights, shape: ModelShape, keys: Tensor): Score {
  switch (shape.attention) {
    case "dot": //      q . k            Luong et al. 2015, eq. 8
      return multiplicative(keys);
    case "general": //  q . (W k)        Luong et al. 2015, eq. 8; W is full and may map from any width
      return multiplicative(timesMatrix(keys, weight(weights, "attention.key.weight")));
    case "diagonal": // q . (d * k)      general with a diagonal W
      return multiplicative(mul(keys, weight(weights, "attention.diagonal")));
    case "additive": // v . tanh(W q + U k)   Bahdanau et al. 2015, appendix A.1.2
      return additive(
        weight(weights, "attention.v.weight"),
        weight(weights, "attention.query.weight"),
        timesMatrix(keys, weight(weights, "attention.key.weight")),
      );
    case "concat": //   v . tanh(W [q; k])    Luong et al. 2015, eq. 8; the same with W = [W U] in one matrix
      return concatenated(weights, shape, keys);
    case "none":
      throw new Error("scores: a model without attention has no scores");
    default:
      return shape.attention satisfies never;
  }
}

/** k W for every key. [B, S, K], [K, A] -> [B, S, A] */
function timesMatrix(keys: Tensor, w: Tensor): Tensor {
  const [B, S, K] = keys.shape as [number, number, number];
  return reshape(product(reshape(keys, [-1, K]), w), [B, S, -1]);
}

/** @param keys [B, S, H] */
function multiplicative(keys: Tensor): Score {
  return (query) => sum(mul(expandDims(query, 1), keys), 2); // [B, S]
}

/**
 * @param v [H, 1]
 * @param w what meets the query, [H, H]
 * @param keys U k, [B, S, H]
 */
function additive(v: Tensor, w: Tensor, keys: Tensor): Score {
  const [, S, H] = keys.shape as [number, number, number];
  return (query) => {
    const inner = tanh(add(expandDims(product(query, w), 1), keys)); // tanh(W q + U k)  [B, S, H]
    return reshape(product(reshape(inner, [-1, H]), v), [-1, S]);
  };
}

/** W [q; k] = W_q q + W_k k: the blocks of W meet query and key on their own, so no pair is ever written out. */
function concatenated(weights: Weights, { hiddenSize: H }: ModelShape, keys: Tensor): Score {
  const K = keys.shape[2] ?? 0;
  const w = weight(weights, "attention.concat.weight"); // [H + K, H]
  const fromQuery = slice(w, [0, 0], [H, H]);
  const fromKey = slice(w, [H, 0], [K, H]);
  return additive(weight(weights, "attention.v.weight"), fromQuery, timesMatrix(keys, fromKey));
}
