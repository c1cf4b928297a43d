/** Long short-term memory in TeX (Hochreiter and Schmidhuber 1997; Gers et al. 2000). */
import type { CellTex } from "../cell";
import { gateLines, SIGMOID, TANH } from "../forms/shares";

/** c' = f * c + i * g, h' = o * tanh(c') */
export const lstm: CellTex = (terms) => {
  const { gate, after, memoryBefore, memoryAfter } = terms;
  return [
    ...gateLines(terms, "i", SIGMOID),
    ...gateLines(terms, "f", SIGMOID),
    ...gateLines(terms, "g", TANH),
    ...gateLines(terms, "o", SIGMOID),
    String.raw`${memoryAfter} &= ${gate("f")} \odot ${memoryBefore} + ${gate("i")} \odot ${gate("g")}`,
    String.raw`${after} &= ${gate("o")} \odot ${TANH}(${memoryAfter})`,
  ];
};
