/** The softmax of attention: over the real positions of each row. */
import type { Matrix } from "../matrix";
import { type Dense, numbers } from "./storage";

/**
 * w_s = exp(e_s) / sum over real r of exp(e_r), 0 where the mask is 0; in place.
 * The largest score is subtracted first, so that exp() cannot overflow. scores, mask [B, S]
 */
export function softmaxOfReal(scores: Dense, mask: Matrix): void {
  const [e, real, S] = [scores.data, numbers(mask), scores.cols];
  for (let b = 0; b < scores.rows; b++) {
    const [at, m] = [b * S, mask.offset + b * mask.stride];
    let largest = Number.NEGATIVE_INFINITY;
    for (let s = 0; s < S; s++)
      if (real[m + s] !== 0) largest = Math.max(largest, e[at + s] as number);
    let sum = 0;
    for (let s = 0; s < S; s++) {
      const power = real[m + s] === 0 ? 0 : Math.exp((e[at + s] as number) - largest);
      e[at + s] = power;
      sum += power;
    }
    for (let s = 0; s < S; s++) if (real[m + s] !== 0) e[at + s] = (e[at + s] as number) / sum;
  }
}
