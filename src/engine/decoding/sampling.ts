/** Drawing tokens from the model's distribution instead of taking the likeliest. */
import {
  cast,
  cumsum,
  div,
  exp,
  less,
  lessEqual,
  max,
  minimum,
  mul,
  slice,
  sub,
  sum,
  type Tensor,
} from "@tensorflow/tfjs-core";

/**
 * For each row the token in whose share of [0, 1) the number u falls, where the shares are softmax(logits / temperature).
 * Below 1 a temperature sharpens the distribution towards the argmax, above 1 it flattens it.
 * The draw is made on the backend, which need not be waited for. Where no share is a number it is the first token, as argmax has it.
 * @param logits [N, V]
 * @param temperature above 0
 * @param u uniform in [0, 1), [N, 1]
 * @returns ids [N] int32
 */
export function sampleTokens(logits: Tensor, temperature: number, u: Tensor): Tensor {
  const [N = 0, V = 0] = logits.shape;
  const shares = exp(div(sub(logits, max(logits, 1, true)), temperature)); // [N, V]
  const reached = cumsum(shares, 1); //                                       [N, V]
  const total = slice(reached, [0, V - 1], [N, 1]); //                        [N, 1]
  const isBelow = lessEqual(reached, mul(u, total)); //                       [N, V]
  const isUnfinished = less(reached, total); // rounding may lift u total to the total, but the last share must do
  return minimum(count(isBelow), count(isUnfinished)); //                     [N]
}

/** How many of each row are true. [N, V] -> [N] int32 */
function count(isTrue: Tensor): Tensor {
  return sum(cast(isTrue, "int32"), 1);
}
