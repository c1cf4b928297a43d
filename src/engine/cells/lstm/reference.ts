/** Long short-term memory in plain arrays (Hochreiter and Schmidhuber 1997; Gers et al. 2000). */
import { plus, sigmoid } from "../../reference/linearAlgebra";
import type { ReferenceCell } from "../cell";
import { sum, times } from "../forms/vectors";

export const lstm: ReferenceCell = (input, recurrent, { c }) => {
  const inputGate = sum(input, recurrent, 0).map(sigmoid); //         i  [H]
  const forget = sum(input, recurrent, 1).map(sigmoid); //            f  [H]
  const candidate = sum(input, recurrent, 2).map(Math.tanh); //       g  [H]
  const output = sum(input, recurrent, 3).map(sigmoid); //            o  [H]
  const memory = plus(times(forget, c ?? []), times(inputGate, candidate)); // c' = f * c + i * g
  const next = times(output, memory.map(Math.tanh)); //               h' = o * tanh(c')
  return { state: { h: next, c: memory }, gates: { input: inputGate, forget, candidate, output } };
};
