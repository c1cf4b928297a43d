/** English: the full evaluation. */
export const evaluation = {
  title: "Evaluation",
  evaluate: "Evaluate",
  stop: "Stop evaluating",
  intro:
    "Tests the model on {{examples}} held-out examples, which training never uses. You see how often it is right, how sure it is, where it looks, and which sources it gets wrong.",
  coming: {
    title: "What you will see",
    match: {
      name: "Exact match and other figures",
      what: "How many answers are right from the first token to <eos>.",
    },
    lengths: {
      name: "Exact match by source length",
      what: "A chart that shows where longer sources fail.",
    },
    positions: {
      name: "Accuracy by position of the answer",
      what: "A chart that shows where answers go wrong, with the right tokens as input and with the model’s own.",
    },
    examples: {
      name: "A table of the examples",
      what: "Every source with its answer. Choose one to see its attention map.",
    },
  },
  during:
    "Training goes on during the evaluation, which uses the model as it is when you press the button.",
  running: "Evaluating the model of update {{step}}: {{done}} of {{total}} examples.",
  progress: "Examples evaluated",
  stopped: "Stopped before the end.",
  of: "The model of update {{step}}, on {{examples}} held-out examples.",
  all: "{{examples}}",
  some: "{{examples}} of {{all}}",
  whySome: "The first {{examples}} are enough for reliable figures and do not take long.",
  stale: "The model is now at update {{now}}. Evaluate again to test it.",
  said: {
    running: "Evaluating the model of update {{step}}.",
    done: "Evaluated: exact match {{match}}.",
    stopped: "Evaluation stopped.",
  },
  figures: {
    title: "Figures",
    meanings: "What these mean",
    none: "–",
    exactMatch: {
      name: "Exact match",
      how: "free-running: its own output is the next input",
      meaning:
        "Share of answers without any wrong token, with <eos> (the end token) at the right place.",
    },
    freeAccuracy: {
      name: "Token accuracy, free-running",
      how: "free-running: its own output is the next input",
      meaning:
        "Share of tokens that are right at their place. Each step reads the model’s own last output, as in real use. One extra or missing token can shift everything after it.",
    },
    forcedAccuracy: {
      name: "Token accuracy, teacher-forced",
      how: "teacher-forced: the truth is the next input",
      meaning:
        "Share of right tokens when each step reads the truth. A mistake cannot spread, so this is usually the higher of the two.",
    },
    perplexity: {
      name: "Perplexity",
      how: "teacher-forced; uniform guess: {{vocabulary}}",
      meaning:
        "exp of the mean cross-entropy per token. 1 means sure and right. {{vocabulary}} means as unsure as a uniform guess among all tokens.",
    },
    bleu: {
      name: "BLEU-4",
      how: "free-running; 0 to 100",
      meaning:
        "How many word groups of length 1 to 4 (n-grams) also occur in the expected answer. Answers that are too short lose points (Papineni et al. 2002). The n-grams are counted over all examples, on the task’s own tokens. From n = 2 on, 1 is added to both counts (Lin and Och 2004).",
    },
    alignmentError: {
      name: "Alignment error rate",
      how: "free-running, exact matches only",
      meaning:
        "Share of target tokens whose largest weight is not on a source token that the task’s rule aligns with them. Tokens without an aligned source token are left out.",
    },
    goldMass: {
      name: "Weight on the aligned tokens",
      how: "teacher-forced: the truth is the next input",
      meaning:
        "Also called gold mass: the attention weight on the source tokens that the task’s rule aligns. It is a mean over the target tokens that have such source tokens.",
    },
    entropy: {
      name: "Attention entropy",
      how: "teacher-forced, in nats; at most {{largest}}",
      meaning:
        "How widely the weights are spread. It is 0 if one token has all the weight, and ln S if S source tokens have equal weights (here {{largest}} on average).",
    },
    counting: "<eos> counts as a token. Padding does not.",
  },
  lengths: {
    title: "Exact match by source length",
    unit: "source tokens without <eos>",
    seen: "lengths seen in training",
    unseen: "lengths not seen in training",
    none: "This task has no examples beyond the lengths of its training.",
    falls:
      "On lengths not seen in training the model does much worse. Attention shortens the path to every source token. Alone, it does not make a model work on longer sources than those in training.",
    fallsPlain:
      "Without attention one state must hold the whole source. The longer the source, the more often the model fails, even within the lengths of training.",
    fallsPlainBeyond:
      "On lengths not seen in training the model does much worse. Without attention one state must hold the whole source.",
    table: "The numbers as a table",
    scroller: "Table of exact match by source length",
    caption: "Exact match by source length",
    columns: { length: "Length", match: "Exact match", count: "Right", kind: "In training" },
    count: "{{matches}} of {{examples}}",
    yes: "yes",
    no: "no",
    bar: "Length {{length}}: {{match}}, {{matches}} of {{examples}}",
  },
  positions: {
    title: "Accuracy by position of the answer",
    unit: "position 1 is the first token of the right answer, its <eos> is the last",
    free: "free-running: it reads its own answers",
    forced: "teacher-forced: it reads the truth",
    errors: "first errors of the free-running answers",
    rows: { position: "Position", examples: "Examples", errors: "Errors" },
    allRight: "Every answer is right from the first token to <eos>.",
    wrong:
      "Wrong answers: {{wrong}}. The most first errors at one position: {{count}}, at position {{position}}.",
    noLead: "Fed the truth, the model is hardly better at any position.",
    lead: "The gap is largest at position {{position}}: {{forced}} fed the truth, {{free}} fed its own answers.",
    why: "Up to the first error both read the same tokens. After it, only the free-running model reads a wrong one.",
    definition:
      "The chart shows the share of examples with the right token at each position. Teacher-forced, it estimates P(right | truth fed). If an answer says <eos> too early, every later position counts as wrong. Padding does not count, nor does a token after the last position.",
    point:
      "Position {{position}}: {{free}} free-running, {{forced}} teacher-forced, {{examples}} examples, {{firstErrors}} first errors",
    scroller: "Table of accuracy by position of the answer",
    columns: {
      position: "Position",
      examples: "Examples",
      free: "Free-running",
      forced: "Teacher-forced",
      errors: "First errors",
    },
  },
  examples: {
    title: "Held-out examples",
    hint: "Choose a source to see it in the picture. The loss is the mean cross-entropy per token, teacher-forced, in nats.",
    wrongOnly: "Wrong ones only",
    shown: "{{shown}} of {{count}}",
    scroller: "Table of the held-out examples",
    caption: "Held-out examples with the model’s answers",
    nothing: "No example is wrong.",
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
    onStage: "shown in the picture",
  },
} as const;
