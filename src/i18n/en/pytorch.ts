/** The texts of the PyTorch tab: its program, and the notes beside the code. */
import { notes } from "./notes";
import { program } from "./program";

export const pytorch = { notes, program } as const;
