/** A unit of the tanh RNN written out. */
import type { CellDerivation } from "../cell";
import { activated } from "../forms/preactivation";

export const rnn: CellDerivation = { gates: {}, state: activated("tanh", 0), memory: null };
