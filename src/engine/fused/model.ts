/** A model for the fused operations: its parameters as one row of numbers, with named windows on it. */
import type { ModelShape } from "../setup/modelShape";
import { type ParameterName, parameterSpecs, sizeOf } from "../setup/learnedParameters";
import { cutOut, type Matrix } from "./matrix";
import type { Ops } from "./ops";

export interface FusedModel {
  readonly ops: Ops;
  readonly shape: ModelShape;
  readonly parameters: Matrix; // [1, P], in the order of parameterSpecs
}

/** A model with its parameters by name, for the equations. */
export interface Network {
  readonly ops: Ops;
  readonly shape: ModelShape;
  readonly weights: ReadonlyMap<ParameterName, Matrix>;
}

/** Gradients by parameter name, which the backward pass fills. */
export type Gradients = Map<ParameterName, Matrix>;

/** Named windows on the parameters, without a copy. A vector is one row. */
export function openNetwork({ ops, shape, parameters }: FusedModel): Network {
  const weights = new Map<ParameterName, Matrix>();
  let offset = 0;
  for (const { name, shape: dims } of parameterSpecs(shape)) {
    weights.set(name, cutOut(parameters, offset, asMatrix(dims)));
    offset += sizeOf(dims);
  }
  return { ops, shape, weights };
}

function asMatrix(dims: readonly number[]): readonly [number, number] {
  const [first = 1, second] = dims;
  return second === undefined ? [1, first] : [first, second];
}

/**
 * One parameter.
 * @throws if the model has no parameter of this name
 */
export function weight({ weights }: Network, name: ParameterName): Matrix {
  const found = weights.get(name);
  if (!found) throw new Error(`fused: expected a parameter "${name}", the model has none`);
  return found;
}

/**
 * The gradients concatenated in the order of the parameters. -> [1, P]
 * @throws if a gradient is missing
 */
export function flattenGradients({ ops, shape }: Network, gradients: Gradients): Matrix {
  return ops.flatten(
    parameterSpecs(shape).map(({ name }) => {
      const gradient = gradients.get(name);
      if (!gradient) throw new Error(`fused: expected a gradient of "${name}", got none`);
      return gradient;
    }),
  );
}
