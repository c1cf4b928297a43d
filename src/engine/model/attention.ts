/** Attention: score each encoder state against a query, softmax, weighted sum. */
import { expandDims, mul, scalar, softmax, sum, type Tensor, where } from "@tensorflow/tfjs-core";
import type { Scorer } from "../scores/score";
import { TEXTBOOK_SCORES } from "../scores/textbook";
import type { ModelShape } from "../setup/modelShape";
import { type Weights, weight } from "./weights";

/** What the decoder attends to: prepared once for a source, used at every step. */
export interface Memory {
  readonly score: Scorer; //  e(q, h_s) for every encoder state
  readonly values: Tensor; // the encoder states h_s  [B, S, K]
  readonly mask: Tensor; //   true on real tokens     [B, S] bool
}

/**
 * The score function for a source. The part that depends only on the keys is computed here, once for all decoder
 * steps (Bahdanau et al. 2015, appendix A.1.2).
 * @param keys the encoder states k, [B, S, K]
 */
export function prepareScore(weights: Weights, { attention }: ModelShape, keys: Tensor): Scorer {
  if (attention === "none") throw new Error("scores: expected a model with attention");
  return TEXTBOOK_SCORES[attention]((name) => weight(weights, name), keys);
}

export interface Attended {
  readonly scores: Tensor; //  e(q, h_s), padding not masked              [B, S]
  readonly weights: Tensor; // softmax over the real tokens, 0 at padding [B, S]
  readonly context: Tensor; // sum_s a_s h_s                              [B, K]
}

/** Attends to a source with one query, [B, H]. */
export type Attend = (query: Tensor) => Attended;

/** The textbook's attention to this source. */
export function attendTo(memory: Memory): Attend {
  return (query) => attend(memory, query);
}

// Its exp() is 0 beside any real score. -Infinity would give NaN gradients on WebGL.
const MASKED_SCORE = -1e9;

/**
 * Attends to the source with one query.
 * @param query [B, H]
 */
export function attend({ score, values, mask }: Memory, query: Tensor): Attended {
  const scores = score(query); //                      e  [B, S]
  const weights = alignmentOf(scores, mask); //        a  [B, S]
  const context = contextOf(weights, values); //       c  [B, K]
  return { scores, weights, context };
}

/** softmax(e) over the positions where the mask is true. [B, S] */
export function alignmentOf(scores: Tensor, mask: Tensor): Tensor {
  return softmax(where(mask, scores, scalar(MASKED_SCORE)));
}

/** sum_s a_s h_s. weights [B, S], values [B, S, K] -> [B, K] */
export function contextOf(weights: Tensor, values: Tensor): Tensor {
  return sum<Tensor>(mul(expandDims(weights, 2), values), 1);
}
