/** The tanh recurrent network (Elman 1990), as PyTorch's nn.RNN computes it. */
import { add, tanh } from "@tensorflow/tfjs-core";
import type { TextbookCell } from "../cell";

/** One block. [B, H] */
export const rnn: TextbookCell = (input, recurrent) => {
  const next = tanh(add(input, recurrent)); // h' = tanh(W_ih x + b_ih + W_hh h + b_hh)   [B, H]
  return { state: { h: next, c: null }, gates: {} };
};
