/** English: the settings, each with one sentence on what it does. */
export const setup = {
  title: "Set-up",
  size: "{{parameters}} parameters",
  vocabulary: "vocabulary: {{source}} tokens in, {{target}} out",
  rule: "A change replaces the model, except where it says “at once”.",
  freshDone: "A fresh model was started.",
  bakedDone: "Now showing a model trained beforehand with these settings.",
  goBack: "Go back",
  live: "at once",
  more: "More settings",
  range: "{{min}}\u00a0to\u00a0{{max}}, default\u00a0{{initial}}.",
  toDefault: "{{field}}: back to {{value}}",
  allDefaults: "All settings to their defaults",
  notANumber: "This is not a number.",
  outOfRange: "Choose a number from {{min}} to {{max}}.",
  noTiming: "Without attention there is no look at the source to time.",
  fields: {
    task: {
      label: "Task",
      formats: "All the spellings",
      options: {
        reverse: {
          label: "Reverse the letters",
          help: "3 to 8 random letters; the last one read is the first to write.",
        },
        dates: { label: "Dates to ISO", help: "Dates in many spellings become year-month-day." },
        pairs: { label: "Your own pairs", help: "The sentence pairs that you brought." },
      },
    },
    attention: {
      label: "Attention",
      options: {
        none: {
          label: "None",
          help: "The decoder knows the source only through the encoder’s last state.",
        },
        additive: {
          label: "Additive",
          help: "A small network scores each encoder state against the query.",
        },
        dot: {
          label: "Dot product",
          help: "Angle and length of both vectors count: it is not cosine similarity.",
        },
        general: {
          label: "General",
          help: "A learned matrix stands between query and encoder state.",
        },
      },
    },
    timing: {
      label: "Timing",
      options: {
        bahdanau: {
          label: "Look, then update (Bahdanau)",
          help: "The previous state asks; what it finds joins the cell’s input.",
        },
        luong: {
          label: "Update, then look (Luong)",
          help: "The cell moves first; its new state asks, and the answer joins the output.",
        },
      },
    },
    hiddenSize: { label: "Hidden size", help: "Numbers in each encoder and decoder state." },
    embeddingSize: { label: "Embedding size", help: "Numbers that stand for one token." },
    batchSize: { label: "Batch size", help: "Pairs seen before each update of the weights." },
    learningRate: { label: "Learning rate", help: "How far one update moves the weights." },
    clipNorm: { label: "Gradient clip", help: "A longer gradient is shortened to this length." },
    forcing: {
      label: "P(feed truth)",
      help: "Teacher forcing: how often training feeds the right token to the next step instead of the model’s own.",
    },
    targetMatch: {
      label: "Stop at exact match",
      help: "Training stops at this share of held-out examples.",
    },
    maxSteps: { label: "Most training steps", help: "Training stops here at the latest." },
    seed: { label: "Seed", help: "Same seed, same run: weights, data and coins." },
  },
} as const;
