/** The gated recurrent unit in plain arrays (Cho et al. 2014, in PyTorch's form). */
import { plus, sigmoid } from "../../reference/linearAlgebra";
import type { ReferenceCell } from "../cell";
import { oneMinus, sum, times } from "../forms/vectors";

export const gru: ReferenceCell = (input, recurrent, { h }) => {
  const reset = sum(input, recurrent, 0).map(sigmoid); //                            r  [H]
  const update = sum(input, recurrent, 1).map(sigmoid); //                           z  [H]
  const candidate = plus(input(2), times(reset, recurrent(2))).map(Math.tanh); //    n  [H]
  const next = plus(times(oneMinus(update), candidate), times(update, h)); //        h' = (1 - z) * n + z * h
  return { state: { h: next, c: null }, gates: { reset, update, candidate } };
};
