/** English: the full evaluation. */
export const evaluation = {
  title: "Evaluation",
  evaluate: "Evaluate",
  stop: "Stop evaluating",
  intro:
    "Judges the model in full on {{examples}} held-out examples, which training never uses: how often it is right, how sure it is, where it looks, and which sources it gets wrong.",
  during:
    "Training goes on meanwhile; what is judged is the model of the moment you press the button.",
  running: "Judging the model of training step {{step}}: {{done}} of {{total}} examples.",
  progress: "Examples judged",
  stopped: "Stopped before the end.",
  of: "The model of training step {{step}}, on {{examples}} held-out examples.",
  all: "{{examples}}",
  some: "{{examples}} of {{all}}",
  whySome: "The first {{examples}} are enough to judge by, and soon decoded.",
  stale: "Since then it has come to training step {{now}}: evaluate again to judge that.",
  said: {
    running: "Evaluating the model of training step {{step}}.",
    done: "Evaluated: exact match {{match}}.",
    stopped: "Evaluation stopped.",
  },
  figures: {
    title: "Figures",
    meanings: "What these mean",
    none: "–",
    exactMatch: {
      name: "Exact match",
      how: "own answers fed",
      meaning: "Share of answers without any wrong token, <eos> in its place.",
    },
    freeAccuracy: {
      name: "Token accuracy, free-running",
      how: "own answers fed",
      meaning:
        "Share of right tokens at their places when every step is fed the model’s own last answer, as in use. One slip can shift all that follows.",
    },
    forcedAccuracy: {
      name: "Token accuracy, teacher-forced",
      how: "truth fed",
      meaning:
        "Share of right tokens when every step is fed the truth. A mistake cannot spread, so this is seldom the lower of the two.",
    },
    perplexity: {
      name: "Perplexity",
      how: "truth fed; guessing: {{vocabulary}}",
      meaning:
        "exp of the mean cross-entropy per token: 1 is certain and right, {{vocabulary}} is as unsure as guessing among all tokens.",
    },
    bleu: {
      name: "BLEU-4",
      how: "own answers fed; 0 to 100",
      meaning:
        "How many runs of one to four words stand in the expected answer too, with a penalty for answers that are too short (Papineni et al. 2002). Counted over all examples on the task’s own tokens, one added to both counts of the longer runs (Lin and Och 2004).",
    },
    alignmentError: {
      name: "Alignment error rate",
      how: "own answers fed, exact answers only",
      meaning:
        "Share of target tokens whose largest weight misses the source tokens that the task’s rule aligns to them. Tokens with no counterpart are left out.",
    },
    goldMass: {
      name: "Weight on the aligned tokens",
      how: "truth fed",
      meaning:
        "Gold mass: how much of the attention lies on the source tokens that the task’s rule aligns, as a mean over the target tokens that have any.",
    },
    entropy: {
      name: "Attention entropy",
      how: "truth fed, in nats; at most {{largest}}",
      meaning:
        "How widely the weights are spread: 0 where all lies on one token, and ln S, here {{largest}} as a mean, where S source tokens get the same.",
    },
    counting: "<eos> counts as a token, padding never does.",
  },
  lengths: {
    title: "Exact match by source length",
    unit: "source tokens without <eos>",
    seen: "lengths drawn in training",
    unseen: "lengths not seen in training",
    none: "This task has no examples beyond the lengths of its training.",
    falls:
      "On lengths not seen in training it does much worse: attention shortens the way to every source token, but it does not by itself carry a model to sources longer than those it learned on.",
    fallsPlain:
      "Without attention one state must hold the whole source: the longer the source, the more often it fails, even within the lengths of training.",
    fallsPlainBeyond:
      "On lengths not seen in training it does much worse: without attention one state must hold the whole source.",
    table: "The numbers as a table",
    scroller: "Table of exact match by source length",
    caption: "Exact match by source length",
    columns: { length: "Length", match: "Exact match", count: "Right", kind: "In training" },
    count: "{{matches}} of {{examples}}",
    yes: "yes",
    no: "no",
    bar: "Length {{length}}: {{match}}, {{matches}} of {{examples}}",
  },
  examples: {
    title: "Held-out examples",
    hint: "Choose a source to put it on the stage. The loss is the mean cross-entropy per token, the truth fed, in nats.",
    wrongOnly: "Wrong ones only",
    shown: "{{shown}} of {{count}}",
    scroller: "Table of the held-out examples",
    caption: "Held-out examples with the model’s answers",
    nothing: "None is wrong.",
    columns: {
      source: "Source",
      expected: "Expected",
      answer: "Answer",
      result: "Result",
      tokens: "Tokens right",
      length: "Length",
      loss: "Loss",
    },
    right: "right",
    wrong: "wrong",
    tokens: "{{right}} of {{count}}",
    noEos: "no <eos>",
    empty: "(nothing)",
    onStage: "on the stage",
  },
} as const;
