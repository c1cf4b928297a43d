/** The training loss. */
import {
  customGrad,
  div,
  logSoftmax,
  mul,
  neg,
  oneHot,
  softmax,
  sub,
  sum,
  type Tensor,
} from "@tensorflow/tfjs-core";
import type { Save } from "./product";

/**
 * Mean cross-entropy over the real target tokens, from logits, in nats. Padding does not count.
 * The gradient is (softmax(logits) - onehot(target)) / count at real tokens, 0 at padding.
 * @param logits [N, V]
 * @param targets [N] int32
 * @param mask [N, 1], 1 on real tokens
 * @returns a scalar
 */
export function crossEntropy(logits: Tensor, targets: Tensor, mask: Tensor): Tensor {
  const tokens = logits.shape[1] ?? 0;
  const op = customGrad((input, save) => {
    const scores = input as Tensor;
    (save as Save)([scores, targets, mask]);
    const chosen = mul(oneHot(targets, tokens), mask); //           [N, V], zero rows at padding
    return {
      value: neg(div(sum(mul(chosen, logSoftmax(scores))), sum(mask))), // -1/n sum log p(target)
      gradFunc: (dy: Tensor, saved: Tensor[]) => {
        const [x, ids, real] = saved as [Tensor, Tensor, Tensor];
        const difference = mul(sub(softmax(x), oneHot(ids, tokens)), real); // [N, V]
        return [mul(difference, div(dy, sum(real)))];
      },
    };
  });
  return op(logits);
}
