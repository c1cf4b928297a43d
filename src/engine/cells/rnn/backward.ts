/** The gradient of the tanh RNN in plain arrays. */
import { zeros } from "../../reference/linearAlgebra";
import type { ReferenceCellBackward } from "../cell";
import { throughTanh } from "../forms/vectors";

export const rnn: ReferenceCellBackward = ({ step }, after) => {
  const sum = throughTanh(after.h, step.state.h); // d (W_ih x + b_ih + W_hh h + b_hh)
  const before = { h: zeros(after.h.length), c: null };
  return { input: sum, recurrent: sum, before, memory: null };
};
