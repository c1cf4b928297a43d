/** The tanh recurrent network (Elman 1990), as PyTorch's nn.RNN computes it. */
import { add, type Tensor, tanh } from "@tensorflow/tfjs-core";
import type { CellStep } from "./state";

/**
 * One step of the cell.
 * @param input W_ih x + b_ih, [B, H]
 * @param recurrent W_hh h + b_hh, [B, H]
 */
export function rnnStep(input: Tensor, recurrent: Tensor): CellStep {
  const next = tanh(add(input, recurrent)); // h' = tanh(W_ih x + b_ih + W_hh h + b_hh)   [B, H]
  return { state: { h: next, c: null }, gates: {} };
}
