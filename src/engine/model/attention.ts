/** Attention: score each encoder state against a query, softmax, weighted sum. */
import {
  add,
  expandDims,
  mul,
  reshape,
  scalar,
  softmax,
  sum,
  type Tensor,
  tanh,
  where,
} from "@tensorflow/tfjs-core";
import type { AttentionKind } from "../config";
import { product } from "./product";
import type { ModelShape } from "../modelShape";
import { type Weights, weight } from "./weights";

/** What the decoder looks into: prepared once per source, read at every step. */
export interface Memory {
  readonly states: Tensor; // h_s, the keys and the values      [B, S, H]
  readonly keys: Tensor; //   h_s as the score function wants it [B, S, H]
  readonly mask: Tensor; //   true on real tokens                [B, S] bool
}

export interface Attended {
  readonly scores: Tensor; //  e(q, h_s), padding not yet masked out   [B, S]
  readonly weights: Tensor; // softmax over the real tokens, 0 on padding [B, S]
  readonly context: Tensor; // sum_s a_s h_s                            [B, H]
}

// Large enough that exp() of it is 0 beside any real score. -Infinity would give NaN gradients on WebGL.
const MASKED_SCORE = -1e9;

/** The keys' side of the score function, which is the same at every decoder step. */
export function prepareMemory(
  weights: Weights,
  shape: ModelShape,
  states: Tensor,
  mask: Tensor,
): Memory {
  const projects = shape.attention === "additive" || shape.attention === "general";
  if (!projects) return { states, keys: states, mask };
  const [batch, length, hidden] = states.shape as [number, number, number];
  const flat = product(reshape(states, [-1, hidden]), weight(weights, "attention.key.weight"));
  return { states, keys: reshape(flat, [batch, length, hidden]), mask };
}

/**
 * One look at the source.
 * @param query [B, H]
 */
export function attend(
  weights: Weights,
  kind: AttentionKind,
  query: Tensor,
  memory: Memory,
): Attended {
  const scores = score(weights, kind, query, memory.keys); //                     [B, S]
  const masked = where(memory.mask, scores, scalar(MASKED_SCORE)); //              [B, S]
  const alignment = softmax(masked); //                                            [B, S]
  const context = sum<Tensor>(mul(expandDims(alignment, 2), memory.states), 1); //   [B, H]
  return { scores, weights: alignment, context };
}

/** e(q, k) for every key. [B, H], [B, S, H] -> [B, S] */
function score(weights: Weights, kind: AttentionKind, query: Tensor, keys: Tensor): Tensor {
  switch (kind) {
    case "additive": // v . tanh(W q + U k)   Bahdanau et al. 2015, appendix A.1.2
      return additiveScore(
        weights,
        product(query, weight(weights, "attention.query.weight")),
        keys,
      );
    case "dot": //      q . k                 Luong et al. 2015, eq. 8
    case "general": //  q . (W k)             Luong et al. 2015, eq. 8; the keys come as W k
      return sum(mul(expandDims(query, 1), keys), 2);
    case "none":
      throw new Error("attention: a model without attention has no scores");
    default:
      return kind satisfies never;
  }
}

function additiveScore(weights: Weights, query: Tensor, keys: Tensor): Tensor {
  const [batch, length, hidden] = keys.shape as [number, number, number];
  const inner = tanh(add(expandDims(query, 1), keys)); // [B, S, H]
  const flat = product(reshape(inner, [-1, hidden]), weight(weights, "attention.v.weight")); // [B S, 1]
  return reshape(flat, [batch, length]);
}
