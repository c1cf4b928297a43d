/** Draws tokens from the model's distribution instead of taking the most probable one. */
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
 * Inverse transform sampling: [0, 1) is divided among the tokens by softmax(logits / temperature), and each row gets the
 * token whose part contains u. A temperature below 1 sharpens the distribution, above 1 flattens it.
 * The draw runs on the backend, so that no step waits for a transfer. NaN logits give the first token, like argmax.
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
  const isUnfinished = less(reached, total); // rounding may raise u total to the total; then the last token
  return minimum(count(isBelow), count(isUnfinished)); //                     [N]
}

/** The number of true elements in each row. [N, V] -> [N] int32 */
function count(isTrue: Tensor): Tensor {
  return sum(cast(isTrue, "int32"), 1);
}
