/** The gated recurrent unit in TeX (Cho et al. 2014, in PyTorch's form). */
import type { CellTex } from "../cell";
import { CONTINUED, fromInput, fromState, gateLines, SIGMOID, TANH } from "../forms/shares";

/** h' = (1 - z) * n + z * h */
export const gru: CellTex = (terms) => {
  const { before, after } = terms;
  const [r, z, n] = ["r", "z", "n"].map(terms.gate) as [string, string, string];
  return [
    ...gateLines(terms, "r", SIGMOID),
    ...gateLines(terms, "z", SIGMOID),
    `${n} &= ${TANH}(${fromInput(terms, "n")}`,
    String.raw`${CONTINUED} + ${r} \odot (${fromState(terms, "n")}))`,
    String.raw`${after} &= (1 - ${z}) \odot ${n} + ${z} \odot ${before}`,
  ];
};
