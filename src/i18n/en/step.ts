export const step = {
  title: "Decoding step {{step}} of {{steps}}",
  region: "This step",
  ops: "Operations of this step, in order",
  op: {
    embed: "embed",
    onehot: "one-hot",
    query: "query",
    score: "score",
    softmax: "softmax",
    context: "context",
    layer: "{{cell}} {{layer}}",
    combine: "combine",
    output: "output",
  },
  cells: { rnn: "RNN", gru: "GRU", lstm: "LSTM" },
  equation: "Equation",
  shapes: "Tensor shapes",
  learned: "learned; stored as PyTorch does, [out, in]",
  stacked: {
    gru: "PyTorch stacks W_ir, W_iz, W_in into one W_ih, in the order r, z, n; W_hh and the biases likewise.",
    lstm: "PyTorch stacks W_ii, W_if, W_ig, W_io into one W_ih, in the order i, f, g, o; W_hh and the biases likewise.",
  },
  explain: {
    embed: "The input token picks its row in a table of learned vectors.",
    onehot:
      "The input token is a vector of zeros with a single 1. A matrix W times it is one of W’s columns, so the cell’s own matrix, in its first columns, takes the place of an embedding table.",
    queryBahdanau:
      "The question to the source is the state before this step: attention looks first, then the cell runs.",
    queryLuong:
      "The question to the source is the state just computed: the cell runs first, then attention looks.",
    queryTop: "Of the two layers it is the upper one that asks.",
    score: {
      additive:
        "How well each source state answers the question: a small network with one hidden layer. No biases.",
      concat:
        "How well each source state answers the question: a small network on both side by side. It is the additive score, its matrices W and U written as one. No biases.",
      dot: "How well each source state answers the question: their dot product. Angle and length both count.",
      general:
        "How well each source state answers the question: a dot product after a learned matrix W.",
      diagonal:
        "How well each source state answers the question: a dot product with one learned factor for each number, d.",
    },
    bothWays:
      "Each source state holds both directions: what was read up to its token, and what was read back to it.",
    softmax:
      "Scores become weights: none below 0, and 1 in total. Only differences of scores count.",
    context:
      "What this step takes from the source: the mean of the encoder states by these weights.",
    reads: {
      context: "The {{cell}} reads the input token and the context together.",
      combined:
        "The {{cell}} reads the input token and the combined state h̃ of the step before (input feeding), so it knows where it has looked.",
      token: "The {{cell}} reads the input token only.",
      tokenAlone:
        "The {{cell}} reads the input token only. Whatever it knows of the source is in the state before: this model cannot look back.",
      below: "The second layer reads the first one’s new state.",
    },
    cell: {
      rnn: "Input and old state are mixed and squashed by tanh.",
      gru: "z is the share of the old state that stays; r is how much of it the candidate n sees.",
      lstm: "f is the share of the memory C that stays, i the share of the candidate g that is written, o the share of the result that the state shows. (PyTorch calls the memory c; here c is the context.)",
    },
    combine:
      "Context and state side by side, mixed by a learned matrix: the answer is read from h̃.",
    output:
      "One score (logit) for each of {{count}} target tokens. Softmax makes them probabilities.",
    choose: {
      greedy: "The largest is said.",
      sampling:
        "One token is drawn by chance, from a softmax of the logits divided by the temperature.",
      beam: "What is said comes from the best of all whole paths 𝓑 that the beam found.",
    },
  },
  first: {
    equation: "Equation of the first state",
    shapes: "Tensor shapes of the bridge",
    straight: "Where the decoder starts: with the encoder’s last state.",
    straightLayers:
      "Where the decoder starts: each layer with the last state of the encoder’s layer beside it.",
    memory: "The memory is handed over in the same way.",
    bridge:
      "Where the decoder starts: the forward state after the last token and the backward state after the first one go through a learned linear map, the bridge.",
    bridgeLayers:
      "Both come from the encoder’s upper layer, and both decoder layers start with the same vector.",
    bridgeMemory: "The memory has a bridge of its own.",
    fed: "There is no h̃ yet, so zeros stand in its place.",
  },
  fact: {
    rnn: "No gates: nothing here decides what stays. The whole state is made anew at every step.",
    gru: "On average z is {{update}}: that share of the old state stays.",
    lstm: "On average f is {{forget}}: that share of the memory stays. i is {{input}}: that share of the candidate is written. o is {{output}}: that share shows.",
  },
  scores: "Scores and weights by source token",
  source: "source",
  scoreColumn: "score e",
  weightColumn: "weight α",
  weightSum: "Σ α = 1",
  mix: "Context as a mixture",
  mixMore: "and {{count}} more",
  logits: "Logits and probabilities of the best answers",
  token: "token",
  logit: "logit ℓ",
  probability: "probability p",
  tempered: "p at temp. {{temperature}}",
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
    asideTemperature: "softmax(ℓ / {{temperature}}), {{count}} tokens",
    largest: "likeliest",
    chosen: { sampling: "drawn", beam: "on the best path" },
  },
  choice: {
    sampling: "Drawn by chance: temperature {{temperature}}, seed {{seed}}.",
    both: "At temperature {{temperature}}, which the bars show, ‘{{token}}’ had probability {{share}} of being drawn; the model’s own p, at temperature 1, is {{probability}}.",
    same: "At temperature 1 each token is as likely to be drawn as the model holds it to be.",
    sharper:
      "A temperature below 1 makes the likely tokens likelier still; the order of the tokens stays.",
    flatter:
      "A temperature above 1 gives unlikely tokens a better chance; the order of the tokens stays.",
    beam: "Said because it lies on the path with the largest total that the beam found.",
    beamOther: "Another token is likelier here, but the whole path is not.",
  },
  unlinked: {
    separator:
      "No source token is aligned with ‘{{token}}’: it stands here in every answer, however the date is written.",
    century:
      "No source token is aligned with ‘{{token}}’: the source writes the year in two digits, and the first two follow from them (70 to 99: 19, 00 to 69: 20).",
    zero: "No source token is aligned with ‘{{token}}’: a zero is not said; it follows from the places that the words name.",
    ending:
      "No source token is aligned with ‘{{token}}’: the rule puts this ending behind every word.",
    particle:
      "No source token is aligned with ‘{{token}}’: the particle marks subject or object, which English says by the order of its words.",
    weights: "The weights sum to 1 all the same, so where they lie need not mean anything.",
  },
  unaligned: {
    hardly:
      "Right answer without looking at the aligned token: attention weights are not an explanation.",
    less: "Right, though the largest weight is not on an aligned token.",
  },
  unalignedBut: {
    next: "The state that it looked at most, one token later, has read that token too.",
    before:
      "The state that it looked at most, one token earlier, has read that token too, on its way back.",
  },
  loss: {
    formula: "−ln p({{token}}) = −ln {{probability}} = {{loss}}",
    /** For screen readers: a probability that the page writes as a power of ten. */
    power: "{{mantissa}} times ten to the power of minus {{exponent}}",
    text: "<crossEntropy>Cross-entropy</crossEntropy> in <nat>nats</nat>. Uniform guessing costs ln {{count}} = {{chance}}.",
    temperature: "The temperature is about drawing only: the loss counts p at temperature 1.",
    mistakes: "It reads its own mistakes here; training with P = 1 never does.",
    forcing: "Teacher forcing changes what the next step is fed, never how the loss is counted.",
    over: "The right answer had ended before this step: no target token here, so no cross-entropy.",
    unknown: "The right answer to this source is not known here, so there is no loss to count.",
  },
} as const;
