export const step = {
  title: "Decoding step {{step}} of {{steps}}",
  ops: "Operations of this step, in order",
  op: {
    embed: "embed",
    query: "query",
    score: "score",
    softmax: "softmax",
    context: "context",
    cell: "GRU",
    combine: "combine",
    output: "output",
  },
  equation: "Equation",
  shapes: "Tensor shapes",
  learned: "learned; stored as PyTorch does, [out, in]",
  explain: {
    embed: "The input token picks its row in a table of learned vectors.",
    queryBahdanau:
      "The question to the source is the state before this step: attention looks first, then the GRU runs.",
    queryLuong:
      "The question to the source is the state just computed: the GRU runs first, then attention looks.",
    additive:
      "How well each source state answers the question: a small network with one hidden layer. No biases.",
    dot: "How well each source state answers the question: their dot product. Both directions and lengths count.",
    general:
      "How well each source state answers the question: a dot product after a learned matrix W.",
    softmax:
      "Scores become weights: none below 0, and 1 in total. Only differences of scores count.",
    context:
      "What this step takes from the source: the mean of the encoder states by these weights.",
    cellBahdanau:
      "The GRU reads the input token and the context together. z is the share of the old state that stays; r is how much of it the candidate n sees.",
    cellPlain:
      "The GRU reads the input token only. z is the share of the old state that stays; r is how much of it the candidate n sees.",
    cellNone:
      "The GRU reads the input token only. Whatever it knows of the source is in the state before: this model cannot look back.",
    combine:
      "Context and state side by side, mixed by a learned matrix: the answer is read from h̃.",
    output:
      "One score (logit) for each of {{count}} target tokens. Softmax makes them probabilities; the largest is said.",
  },
  kept: "On average z is {{share}}: that share of the old state stays.",
  scores: "Scores and weights by source token",
  source: "source",
  scoreColumn: "score e",
  weightColumn: "weight α",
  weightSum: "Σ α = 1",
  mix: "Context as a mixture",
  mixMore: "and {{count}} more",
  logits: "Logits and probabilities of the best answers",
  token: "token",
  logit: "logit o",
  probability: "probability p",
  fed: {
    sos: "Fed {{token}}, the start mark: nothing has been said yet.",
    truthSame:
      "Fed the truth {{token}} (teacher forcing). Its own last answer was the same, so this input is the same either way.",
    shaped: "Truths fed earlier still shape the state.",
    truthChanged:
      "Fed the truth {{token}} (teacher forcing). Its own last answer was {{own}}: forcing kept that mistake out.",
    model: "Fed its own last answer {{token}}.",
    modelRight:
      "Fed its own last answer {{token}}. It was right, so teacher forcing would feed the same.",
    modelWrong:
      "Fed its own last answer {{token}}, but the truth was {{truth}}: it now reads on from a mistake. Teacher forcing would feed the truth.",
  },
  next: {
    title: "Next token",
    aside: "softmax over {{count}} tokens",
    others: "{{count}} others",
    truth: "truth",
  },
  unaligned:
    "Right answer without looking at the aligned token: attention weights are not an explanation.",
  unalignedNext: "The state that it looked at most, one token later, has read that token too.",
  loss: {
    formula: "−ln p({{token}}) = −ln {{probability}} = {{loss}}",
    text: "Cross-entropy of this step. The training loss is its mean over the real target tokens of a batch (uniform guessing: ln {{count}} = {{chance}}).",
    mistakes: "It reads its own mistakes here; training with P = 1 never does.",
    forcing: "Teacher forcing changes what the next step is fed, never how the loss is counted.",
    over: "The right answer had ended before this step: no target token here, so no cross-entropy.",
    unknown: "Nobody knows the right answer to this source, so there is no loss to count.",
  },
} as const;
