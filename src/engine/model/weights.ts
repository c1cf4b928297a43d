/** The parameters as tensors: one flat vector for the optimizer, and named views of it for the equations. */
import { reshape, slice, type Tensor, type Tensor1D } from "@tensorflow/tfjs-core";
import { type ParameterName, parameterSpecs, sizeOf } from "../setup/learnedParameters";
import type { ModelShape } from "../setup/modelShape";

/** Views by parameter name. */
export type Weights = ReadonlyMap<ParameterName, Tensor>;

/**
 * Named views of the flat vector. Call inside `tidy`, because the views are new tensors.
 * @param flat all parameters concatenated, [P]
 */
export function viewWeights(shape: ModelShape, flat: Tensor1D): Weights {
  const views = new Map<ParameterName, Tensor>();
  let offset = 0;
  for (const { name, shape: dims } of parameterSpecs(shape)) {
    const size = sizeOf(dims);
    views.set(name, reshape(slice(flat, offset, size), [...dims]));
    offset += size;
  }
  return views;
}

/**
 * One parameter.
 * @throws if the model has no parameter of this name
 */
export function weight(weights: Weights, name: ParameterName): Tensor {
  const tensor = weights.get(name);
  if (!tensor) throw new Error(`weights: expected a parameter "${name}", the model has none`);
  return tensor;
}
