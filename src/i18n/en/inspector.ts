export const inspector = {
  region: "Inspector",
  tabs: "What to show of the selection",
  tab: { equation: "Equation", pytorch: "PyTorch", numbers: "Numbers" },
  waiting: "The model is loading",
  code: {
    label: "This step in PyTorch",
    encoder: "The encoder in PyTorch",
    encoderOnce: "Once for each source:",
    everyStep: "In every step:",
    given: "Given (a batch of one):",
    edits: "The code leaves your edits out.",
    note: "On the right is the shape of each new tensor. Click a line to select its operation.",
  },
  numbers: {
    scores: "Scores and weights of step {{step}}",
    logits: "Logits and probabilities of step {{step}}",
    back: { scores: "Scores of this step", logits: "Logits of this step" },
    unknown: "not in the vocabulary: read as the <unk>unknown token</unk>",
    hint: "Click a tile or a source token in the picture to see its numbers here.",
  },
} as const;
