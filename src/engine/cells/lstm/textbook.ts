/** Long short-term memory (Hochreiter and Schmidhuber 1997; forget gate by Gers et al. 2000), as PyTorch computes it. */
import { add, mul, sigmoid, split, type Tensor, tanh } from "@tensorflow/tfjs-core";
import type { TextbookCell } from "../cell";

/** Blocks i, f, g, o. [B, 4H] */
export const lstm: TextbookCell = (input, recurrent, { c }) => {
  if (!c) throw new Error("lstm: expected a state with a memory cell, got none");
  const blocks = split(add(input, recurrent), 4, 1) as [Tensor, Tensor, Tensor, Tensor]; // [B, H] each
  const [i, f, g, o] = blocks;
  const inputGate = sigmoid(i); //                              i  = sigmoid(W_ii x + b_ii + W_hi h + b_hi)
  const forget = sigmoid(f); //                                 f  = sigmoid(W_if x + b_if + W_hf h + b_hf)
  const candidate = tanh(g); //                                 g  = tanh(W_ig x + b_ig + W_hg h + b_hg)
  const output = sigmoid(o); //                                 o  = sigmoid(W_io x + b_io + W_ho h + b_ho)
  const memory = add(mul(forget, c), mul(inputGate, candidate)); // c' = f * c + i * g
  const next = mul(output, tanh(memory)); //                    h' = o * tanh(c')
  return { state: { h: next, c: memory }, gates: { input: inputGate, forget, candidate, output } };
};
