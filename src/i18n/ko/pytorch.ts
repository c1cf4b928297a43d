/** The texts of the PyTorch tab. */
import type { PytorchTexts } from "../pytorchTexts";
import { program } from "./program";

export const pytorch: PytorchTexts = { program };
