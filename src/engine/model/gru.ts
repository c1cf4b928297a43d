/** The gated recurrent unit (Cho et al. 2014), in the form that PyTorch and cuDNN compute. */
import { add, mul, sigmoid, split, sub, type Tensor, tanh } from "@tensorflow/tfjs-core";
import { product } from "./product";
import { type Weights, weight } from "./weights";

export interface GruStep {
  readonly reset: Tensor; //     r  [B, H]
  readonly update: Tensor; //    z  [B, H]
  readonly candidate: Tensor; // n  [B, H]
  readonly state: Tensor; //     h' [B, H]
}

/** The part of the gates' input that does not depend on the state: x W_ih + b_ih. x [N, I] -> [N, 3H] */
export function projectInput(
  weights: Weights,
  side: "encoder" | "decoder",
  x: Tensor,
  w: Tensor,
): Tensor {
  return add(product(x, w), weight(weights, `${side}.gru.bias_ih_l0`));
}

/**
 * One step of the cell.
 * @param input x W_ih + b_ih, [B, 3H]
 * @param state h, [B, H]
 */
export function gruStep(
  weights: Weights,
  side: "encoder" | "decoder",
  input: Tensor,
  state: Tensor,
): GruStep {
  const recurrent = add(
    product(state, weight(weights, `${side}.gru.weight_hh_l0`)),
    weight(weights, `${side}.gru.bias_hh_l0`),
  ); //                                                                  [B, 3H]
  const [xr, xz, xn] = split(input, 3, 1) as [Tensor, Tensor, Tensor]; // [B, H] each
  const [hr, hz, hn] = split(recurrent, 3, 1) as [Tensor, Tensor, Tensor];
  const reset = sigmoid(add(xr, hr)); //                                 r  = sigmoid(W_ir x + b_ir + W_hr h + b_hr)
  const update = sigmoid(add(xz, hz)); //                                z  = sigmoid(W_iz x + b_iz + W_hz h + b_hz)
  const candidate = tanh(add(xn, mul(reset, hn))); //                    n  = tanh(W_in x + b_in + r * (W_hn h + b_hn))
  const next = add(candidate, mul(update, sub(state, candidate))); //    h' = (1 - z) * n + z * h
  return { reset, update, candidate, state: next };
}
