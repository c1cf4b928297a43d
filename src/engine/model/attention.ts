/** Attention: score each encoder state against a query, softmax, weighted sum. */
import { expandDims, mul, scalar, softmax, sum, type Tensor, where } from "@tensorflow/tfjs-core";
import type { Score } from "./scores";

/** What the decoder looks into: prepared once per source, read at every step. */
export interface Memory {
  readonly score: Score; //   e(q, h_s) for every encoder state
  readonly values: Tensor; // the encoder states h_s  [B, S, K]
  readonly mask: Tensor; //   true on real tokens     [B, S] bool
}

export interface Attended {
  readonly scores: Tensor; //  e(q, h_s), padding not yet masked out      [B, S]
  readonly weights: Tensor; // softmax over the real tokens, 0 on padding [B, S]
  readonly context: Tensor; // sum_s a_s h_s                              [B, K]
}

// Large enough that exp() of it is 0 beside any real score. -Infinity would give NaN gradients on WebGL.
const MASKED_SCORE = -1e9;

/**
 * One look at the source.
 * @param query [B, H]
 */
export function attend({ score, values, mask }: Memory, query: Tensor): Attended {
  const scores = score(query); //                                         e       [B, S]
  const masked = where(mask, scores, scalar(MASKED_SCORE)); //                    [B, S]
  const alignment = softmax(masked); //                                   a       [B, S]
  const context = sum<Tensor>(mul(expandDims(alignment, 2), values), 1); // c     [B, K]
  return { scores, weights: alignment, context };
}
