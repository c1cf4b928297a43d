/** The texts of the PyTorch tab: its program, and the notes beside the code. */
import { notes } from "./notes";
import { program } from "./program";

export const pytorch = {
  notes,
  program,
  whole: {
    about:
      "The whole program: model, loading of a saved file, greedy loop, attention map, training.",
    copy: "Copy program",
    download: "Download program",
    copied: "The program is in the clipboard. Save it as {{name}}.",
    notCopied: "The browser did not allow copying. Download the program, or copy it below.",
    saved: "Saved as {{name}}.",
    show: "Read the program here",
  },
} as const;
