/** The tanh RNN in TeX (Elman 1990). */
import type { CellTex } from "../cell";
import { sumLines, TANH } from "../forms/shares";

/** h' = tanh(W x + b + W h + b) */
export const rnn: CellTex = (terms) => sumLines(terms, "h", `${terms.after} &= ${TANH}`);
