/** The texts of the PyTorch tab: its program, and the notes beside the code. */
import { program } from "./program";

export const pytorch = { program } as const;
