/** The tanh RNN in plain arrays (Elman 1990). */
import type { ReferenceCell } from "../cell";
import { sum } from "../forms/vectors";

export const rnn: ReferenceCell = (input, recurrent) => {
  const next = sum(input, recurrent, 0).map(Math.tanh); // h' = tanh(W_ih x + b_ih + W_hh h + b_hh)
  return { state: { h: next, c: null }, gates: {} };
};
