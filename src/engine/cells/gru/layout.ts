/** The GRU's blocks r, z, n. */
import type { CellLayout } from "../cell";

export const gru: CellLayout<"gru"> = {
  blocks: 3,
  letters: { reset: "r", update: "z", candidate: "n" },
  hasMemory: false,
  keepsState: true,
};
