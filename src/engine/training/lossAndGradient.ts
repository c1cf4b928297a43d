/** The loss of a batch and its gradient, by the tensor library's automatic differentiation. */
import {
  concat,
  reshape,
  type Scalar,
  type Tensor,
  type Tensor1D,
  tidy,
  valueAndGrads,
} from "@tensorflow/tfjs-core";
import type { Pass } from "../model/network";
import { batchLoss } from "../model/networks";
import { viewWeights, type Weights } from "../model/weights";
import type { ModelShape } from "../setup/modelShape";

export interface LossAndGradient {
  readonly loss: Scalar; //       in nats
  readonly gradient: Tensor1D; // [P]
}

/**
 * @param parameters [P]
 * @returns tensors that the caller disposes of
 */
export function lossAndGradient(
  shape: ModelShape,
  parameters: Tensor1D,
  pass: Pass,
): LossAndGradient {
  const [loss, gradient] = tidy((): [Scalar, Tensor1D] => {
    const weights = viewWeights(shape, parameters);
    const names = [...weights.keys()];
    const byWeight = valueAndGrads((...views: Tensor[]) => {
      const named: Weights = new Map(names.map((name, i) => [name, views[i] as Tensor]));
      return batchLoss(named, shape, pass);
    });
    const { value, grads } = byWeight([...weights.values()]);
    return [value as Scalar, concat<Tensor1D>(grads.map((part) => reshape(part, [-1])))];
  });
  return { loss, gradient };
}
