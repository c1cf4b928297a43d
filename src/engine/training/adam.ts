/** Adam (Kingma and Ba 2015) with gradient clipping, on one flat vector of parameters. */
import {
  add,
  div,
  maximum,
  mul,
  norm,
  type Rank,
  scalar,
  sqrt,
  square,
  sub,
  type Tensor1D,
  tidy,
  zeros,
} from "@tensorflow/tfjs-core";
import { BETA_1, BETA_2, EPSILON } from "./adamConstants";

/** The optimizer's state; its owner disposes of its tensors. */
export interface AdamState {
  readonly mean: Tensor1D; //     m [P]
  readonly variance: Tensor1D; // v [P]
  readonly steps: number; //      updates made so far
}

export function startAdam(size: number): AdamState {
  return { mean: zeros<Rank.R1>([size]), variance: zeros<Rank.R1>([size]), steps: 0 };
}

/** Scales a gradient [P] that is longer than `limit` down to it (Pascanu et al. 2013). */
export function clipByNorm(gradient: Tensor1D, limit: number): Tensor1D {
  return tidy(() => {
    const length = norm(gradient); //                              ||g||
    return mul(gradient, div(limit, maximum(length, limit))); //   g min(1, limit / ||g||)
  });
}

/**
 * One update. It returns new tensors; the caller disposes of the old parameters and state.
 * @param parameters [P]
 * @param gradient [P], already clipped
 */
export function adamUpdate(
  parameters: Tensor1D,
  gradient: Tensor1D,
  state: AdamState,
  learningRate: number,
): { readonly parameters: Tensor1D; readonly state: AdamState } {
  const steps = state.steps + 1;
  const correction1 = 1 - BETA_1 ** steps;
  const correction2 = 1 - BETA_2 ** steps;
  const [next, mean, variance] = tidy((): [Tensor1D, Tensor1D, Tensor1D] => {
    const m: Tensor1D = add(mul(state.mean, BETA_1), mul(gradient, 1 - BETA_1)); //                    m = b1 m + (1 - b1) g
    const v: Tensor1D = add(mul(state.variance, BETA_2), mul(square(gradient), 1 - BETA_2)); //        v = b2 v + (1 - b2) g^2
    const scale = add(mul(sqrt(v), 1 / Math.sqrt(correction2)), scalar(EPSILON)); //                   sqrt(v / (1 - b2^t)) + eps
    return [sub(parameters, mul(div(m, scale), learningRate / correction1)), m, v]; // p - lr (m / (1 - b1^t)) / scale
  });
  return { parameters: next, state: { mean, variance, steps } };
}
