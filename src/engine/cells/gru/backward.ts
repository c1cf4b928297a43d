/** The gradient of the gated recurrent unit in plain arrays. */
import { minus } from "../../reference/linearAlgebra";
import type { ReferenceCellBackward } from "../cell";
import { oneMinus, throughSigmoid, throughTanh, times } from "../forms/vectors";

export const gru: ReferenceCellBackward = ({ before, step, recurrent }, after) => {
  const { reset: r = [], update: z = [], candidate: n = [] } = step.gates;
  const dz = throughSigmoid(times(after.h, minus(before.h, n)), z); //  h' = (1 - z) * n + z * h
  const dn = throughTanh(times(after.h, oneMinus(z)), n);
  const dr = throughSigmoid(times(dn, recurrent(2)), r); //             n  = tanh(W_in x + b_in + r * (W_hn h + b_hn))
  return {
    input: [...dr, ...dz, ...dn],
    recurrent: [...dr, ...dz, ...times(dn, r)],
    before: { h: times(after.h, z), c: null },
    memory: null,
  };
};
