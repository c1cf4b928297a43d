/** The entropy of attention, in nats: 0 where all weight is on one token, ln S where it is spread evenly over S. */

/** -sum_s a_s ln a_s of weights that sum to 1; 0 ln 0 = 0. NaN where a weight is. */
export function entropyOf(weights: Iterable<number>): number {
  let nats = 0;
  for (const weight of weights) if (weight !== 0) nats -= weight * Math.log(weight);
  return nats;
}

/** A mean over decoder steps, beside that of even attention in the same steps. */
export interface AttentionEntropy {
  readonly mean: number; // nats
  readonly even: number; // nats: mean of ln S
}
