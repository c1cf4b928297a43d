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
  learned: "learned; stored as in PyTorch, [out, in]",
  stacked: {
    gru: "PyTorch stacks W_ir, W_iz and W_in into one matrix W_ih, in the order r, z, n. It stacks W_hh and the biases in the same way.",
    lstm: "PyTorch stacks W_ii, W_if, W_ig and W_io into one matrix W_ih, in the order i, f, g, o. It stacks W_hh and the biases in the same way.",
  },
  explain: {
    embed:
      "The <embedding>embedding</embedding> is a table of learned vectors. The input token selects its row.",
    onehot:
      "The input token is a <onehot>one-hot vector</onehot>: one 1, all else 0. A matrix W times this vector is one column of W. So the first columns of the cell’s input matrix work as the embedding table.",
    queryBahdanau:
      "The <query>query</query> is what <attention>attention</attention> compares with each source token. Here it is the <decoder>decoder</decoder> state before this step: attention comes first, then the cell.",
    queryLuong:
      "The <query>query</query> is what <attention>attention</attention> compares with each source token. Here it is the <decoder>decoder</decoder> state just computed: the cell comes first, then attention.",
    queryTop: "With two layers, the state of the upper layer is the query.",
    score: {
      additive:
        "The <score>score</score> says how well each <encoder>encoder</encoder> state (<key>key</key>) fits the <query>query</query>. A small network with one hidden layer and no biases computes it.",
      concat:
        "The <score>score</score> says how well each <encoder>encoder</encoder> state (<key>key</key>) fits the <query>query</query>. A small network without biases reads both, joined into one vector. It equals the additive score with its matrices W and U written as one.",
      dot: "The <score>score</score> says how well each <encoder>encoder</encoder> state (<key>key</key>) fits the <query>query</query>. It is their dot product: the angle and the lengths of both vectors count.",
      general:
        "The <score>score</score> says how well each <encoder>encoder</encoder> state (<key>key</key>) fits the <query>query</query>. It is a dot product with a learned matrix W between them.",
      diagonal:
        "The <score>score</score> says how well each <encoder>encoder</encoder> state (<key>key</key>) fits the <query>query</query>. It is a dot product with one learned factor d for each unit.",
    },
    bothWays:
      "The encoder is <bidirectional>bidirectional</bidirectional>. Each state joins one that has read from the first token up to this one, and one that has read from the last token back to this one.",
    softmax:
      "<softmax>Softmax</softmax> turns the scores into <weight>weights</weight>. It takes exp of each score and divides by the sum of all, so that the weights are positive and add up to 1. Only differences between scores matter.",
    context:
      "The <contextVector>context</contextVector> is what this step takes from the source: the weighted mean of the encoder states (<value>values</value>).",
    reads: {
      context: "The {{cell}} reads the input token and the context together.",
      combined:
        "The {{cell}} reads the input token and the combined state h̃ of the step before (input feeding). So it knows where attention looked before.",
      token: "The {{cell}} reads the input token only.",
      tokenAlone:
        "The {{cell}} reads the input token only. All that it knows about the source is in its previous state. This model cannot look back.",
      below: "The second layer reads the first one’s new state.",
    },
    cell: {
      rnn: "The cell adds the input and the old <hiddenState>hidden state</hiddenState>, each times a learned matrix. Then tanh keeps every value between −1 and 1.",
      gru: "It has two <gate>gates</gate>. z is the share of the old <hiddenState>hidden state</hiddenState> that stays. r is the share of it that the candidate n uses.",
      lstm: "It has three <gate>gates</gate>. f is the share of the memory cell C that stays. i is the share of the candidate g that is written to C. o is the share of tanh(C) that goes to the <hiddenState>hidden state</hiddenState>. (PyTorch writes c for the memory cell. Here c is the context.)",
    },
    combine:
      "The context and the state are joined, multiplied by a learned matrix and put through tanh. The output is computed from the result, h̃ (attentional state).",
    output:
      "Each of the {{count}} target tokens (<sos>, <eos>, <pad> and <unk> among them) gets one score, its <logit>logit</logit>. <softmax>Softmax</softmax> turns the logits into probabilities.",
    choose: {
      greedy:
        "The token with the largest probability is the output (<greedy>greedy decoding</greedy>).",
      sampling:
        "One token is drawn at random (<sampling>sampling</sampling>), from the softmax of the logits divided by the <temperature>temperature</temperature>.",
      beam: "The output is the token on the best path of all the paths 𝓑 that the <beam>beam search</beam> found.",
    },
  },
  first: {
    equation: "Equation of the first state",
    shapes: "Tensor shapes of the bridge",
    straight: "The decoder starts from the encoder’s last state.",
    straightTop:
      "The decoder has one layer. It starts from the last state of the encoder’s upper layer.",
    straightLayers: "Each decoder layer starts from the last state of the same encoder layer.",
    memory: "The memory cell is passed on in the same way.",
    bridge:
      "The decoder starts from the <bridge>bridge</bridge>, a learned linear map. The bridge reads the forward state after the last token and the backward state after the first token.",
    bridgeLayers:
      "Both states come from the encoder’s upper layer. Both decoder layers start from the same vector.",
    bridgeTop: "Both states come from the encoder’s upper layer. The decoder has one layer.",
    bridgeMemory: "The memory cell has a bridge of its own.",
    fed: "There is no h̃ yet, so zeros are used instead.",
  },
  fact: {
    rnn: "This cell has no gates, so it cannot choose what to keep. Each step computes the whole state anew.",
    gru: "On average z is {{update}}. That share of the old state stays.",
    lstm: "On average f is {{forget}} (that share of the memory stays), i is {{input}} (that share of the candidate is written) and o is {{output}} (that share goes to the hidden state).",
  },
  scores: "Scores and weights by source token",
  source: "source",
  scoreColumn: "score e",
  weightColumn: "weight α",
  weightSum: "Σ α = 1",
  mix: "Context as a mixture",
  mixMore: "and {{count}} more",
  logits: "Logits and probabilities of the likeliest tokens",
  token: "token",
  logit: "logit ℓ",
  probability: "probability p",
  tempered: "p at temp. {{temperature}}",
  fed: {
    sos: "Input: {{token}}, the <sos>start token</sos>. There is no output yet.",
    truthSame:
      "Input: the truth {{token}} (<teacherForcing>teacher forcing</teacherForcing>). The model’s last output was the same, so without teacher forcing this input would be the same.",
    shaped: "The state still depends on the truths fed earlier.",
    truthChanged:
      "Input: the truth {{token}} (<teacherForcing>teacher forcing</teacherForcing>). The model’s last output was {{own}}. Teacher forcing did not let this mistake in.",
    model: "Input: the model’s last output {{token}}.",
    hand: "Input: {{token}}, which you put in.",
    modelRight:
      "Input: the model’s last output {{token}}. It was right, so teacher forcing would feed the same token.",
    modelWrong:
      "Input: the model’s last output {{token}}, but the truth was {{truth}}. From here on it reads its own mistake. Teacher forcing would feed the truth.",
  },
  next: {
    title: "Next token",
    aside: "softmax over {{count}} tokens",
    others: "{{count}} others",
    truth: "truth",
    asideTemperature: "softmax(ℓ / {{temperature}}), {{count}} tokens",
    largest: "likeliest",
    chosen: { sampling: "drawn", beam: "best path" },
  },
  /** What the student’s edits do to an operation. */
  hand: {
    look: "These weights are set by hand, so they are not softmax(e). The scores stay as computed.",
    temperature: "The scores are divided by the temperature {{value}} first.",
    hide: "Hidden by hand: {{tokens}}. The softmax leaves these scores out, and their weight is 0.",
    padding: "The padding mask is off, so {{count}} pads take part in the softmax.",
    swapStates: "The keys are the encoder states of ‘{{source}}’, put in by hand.",
    emptyContext:
      "The context is set to 0 by hand. The weights stay as computed, but have no effect.",
    emptyState: "The state that enters this step is set to 0 by hand.",
    say: "This token is said by hand. The likeliest token is ‘{{token}}’.",
  },
  choice: {
    sampling: "Drawn at random with temperature {{temperature}} and seed {{seed}}.",
    both: "The bars are for temperature {{temperature}}. There ‘{{token}}’ has probability {{share}}. The model’s own probability p (temperature 1) is {{probability}}.",
    same: "At temperature 1 each token is drawn with the model’s own probability.",
    sharper:
      "A temperature below 1 makes likely tokens even likelier. The order of the tokens stays the same.",
    flatter:
      "A temperature above 1 makes unlikely tokens likelier. The order of the tokens stays the same.",
    beam: "This token is on the path with the largest total that the beam search found.",
    beamOther:
      "Another token is likelier at this step, but the search found no better whole path with it.",
  },
  unlinked: {
    separator: "No source token is aligned with ‘{{token}}’. Every answer has it at this place.",
    century:
      "No source token is aligned with ‘{{token}}’. It follows from the last two digits of the year (70 to 99 give 19, 00 to 69 give 20).",
    zero: "No source token is aligned with ‘{{token}}’. Number words do not say zeros. It follows from the places that they name.",
    ending: "No source token is aligned with ‘{{token}}’. The rule adds this ending to every word.",
    particle:
      "No source token is aligned with ‘{{token}}’. It marks subject or object. English shows that by word order.",
    weights: "The weights still sum to 1, but their place need not mean anything.",
  },
  unaligned: {
    hardly:
      "Right, although almost no weight is on the aligned token. Attention weights alone are not an explanation.",
    less: "Right, although the largest weight is not on an aligned token.",
  },
  unalignedBut: {
    next: "The largest weight is on the next state, and that state has read the aligned token, too.",
    before:
      "The largest weight is on the state before it. In the backward direction that state has read the aligned token, too.",
  },
  loss: {
    formula: "−ln p({{token}}) = −ln {{probability}} = {{loss}}",
    /** For a probability nearer to 1. */
    nearlyNone: "−ln p({{token}}) < −ln 0.9999 = 0.0001",
    /** For screen readers: a probability that the page writes as a power of ten. */
    power: "{{mantissa}} times ten to the power of minus {{exponent}}",
    text: "<crossEntropy>Cross-entropy</crossEntropy> in <nat>nats</nat>; uniform guess: ln {{count}} = {{chance}}.",
    temperature: "The temperature is only used to draw tokens. The loss uses p at temperature 1.",
    mistakes:
      "Here the model reads its own mistakes; training with P = 1 never shows them (<exposureBias>exposure bias</exposureBias>).",
    forcing: "Teacher forcing changes only the next input, not how the loss is computed.",
    over: "The right answer ended (<eos>end token</eos>) before this step. There is no target token, so there is no cross-entropy.",
    unknown: "The right answer to this source is not known, so there is no loss.",
  },
} as const;
