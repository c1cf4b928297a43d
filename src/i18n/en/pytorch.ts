/** The texts of the PyTorch tab: its program, and the notes beside the code. */
import { notes } from "./notes";
import { program } from "./program";

export const pytorch = {
  notes,
  program,
  whole: {
    about:
      "Model, loading of a saved file, greedy loop, attention map, training. It needs Python and PyTorch only.",
    copy: "Copy program",
    download: "Download program",
    copied: "The program is in the clipboard. Save it as {{name}}.",
    notCopied:
      "The browser did not allow copying. Download the program, or copy its text under the code.",
    saved: "Saved as {{name}}.",
    show: "The whole program",
  },
} as const;
