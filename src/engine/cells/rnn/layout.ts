/** The tanh RNN's one block, h. */
import type { CellLayout } from "../cell";

export const rnn: CellLayout<"rnn"> = {
  blocks: 1,
  letters: {},
  hasMemory: false,
  keepsState: false,
};
