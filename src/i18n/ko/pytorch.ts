/** The texts of the PyTorch tab. */
import type { PytorchTexts } from "../pytorchTexts";
import { notes } from "./notes";
import { program } from "./program";

export const pytorch: PytorchTexts = { notes, program };
