/** The gated recurrent unit (Cho et al. 2014), in the form that PyTorch and cuDNN compute. */
import { add, mul, sigmoid, split, sub, type Tensor, tanh } from "@tensorflow/tfjs-core";
import type { TextbookCell } from "../cell";

/** Blocks r, z, n. [B, 3H] */
export const gru: TextbookCell = (input, recurrent, { h }) => {
  const [xr, xz, xn] = split(input, 3, 1) as [Tensor, Tensor, Tensor]; //     [B, H] each
  const [hr, hz, hn] = split(recurrent, 3, 1) as [Tensor, Tensor, Tensor]; // [B, H] each
  const reset = sigmoid(add(xr, hr)); //                                r  = sigmoid(W_ir x + b_ir + W_hr h + b_hr)
  const update = sigmoid(add(xz, hz)); //                               z  = sigmoid(W_iz x + b_iz + W_hz h + b_hz)
  const candidate = tanh(add(xn, mul(reset, hn))); //                   n  = tanh(W_in x + b_in + r * (W_hn h + b_hn))
  const next = add(candidate, mul(update, sub(h, candidate))); //       h' = (1 - z) * n + z * h
  return { state: { h: next, c: null }, gates: { reset, update, candidate } };
};
