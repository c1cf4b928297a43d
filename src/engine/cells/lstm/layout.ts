/** The LSTM's blocks i, f, g, o, and its memory c. */
import type { CellLayout } from "../cell";

export const lstm: CellLayout<"lstm"> = {
  blocks: 4,
  letters: { input: "i", forget: "f", candidate: "g", output: "o" },
  hasMemory: true,
  keepsState: false,
};
