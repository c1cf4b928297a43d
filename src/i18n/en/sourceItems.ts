/** English: what notes, tutorial and papers say, point by point, and the right statement beside a mistake. */
export const sourceItems = {
  diary: {
    namesRead: { what: "The tutorial before: a network reads a name and says its language." },
    namesWritten: { what: "The next one: a network is told a language and writes a name." },
    sequences: { what: "A network that takes one sequence and gives another." },
    tokens: { what: "Letters as tokens make words, words as tokens make sentences." },
    twoNetworks: {
      what: "Encoder and decoder are two recurrent networks. Each can be a plain RNN, a GRU or an LSTM.",
    },
    startAndEnd: {
      what: "<sos> is the first input of the decoder. <eos> ends the source and the answer.",
    },
    oneHot: {
      what: "All tokens are one-hot, but the code calls nn.Embedding.",
      right:
        "Both are the same: a one-hot vector times the table is one row of the table, and nn.Embedding reads that row.",
    },
    relu: {
      what: "The plain decoder has ReLU and no dropout, the attention decoder has dropout and no ReLU.",
      right: "A comparison is fair only if one thing changes and all others stay.",
    },
    maxLength: {
      what: "The decoder always runs MAX_LENGTH steps.",
      right: "An answer ends at its own <eos>. The limit is only for answers without one.",
    },
    greedy: { what: "topk(1) takes the most probable token." },
    detach: { what: "detach() stops the gradient at the token that is fed back." },
    longSentences: { what: "One vector of fixed size must hold a sentence of any length." },
    sequential: {
      what: "A state needs the state before it, so the steps cannot be computed at the same time. This makes training slow.",
    },
    additive: { what: "The additive score: v · tanh(W q + U k) for every encoder state." },
    permute: {
      what: "The query is hidden.permute(1, 0, 2).",
      right: "That works for one layer. With two layers the query is the state of the top layer.",
    },
    biasOfV: {
      what: "Va is a linear layer with a bias.",
      right: "The same number on every score changes no weight, so this bias learns nothing.",
    },
    keysAgain: {
      what: "Every step of the decoder computes Ua(keys) again.",
      right:
        "The keys stay the same during an answer, so once for each source is enough. The numbers are the same; only the time differs.",
    },
    noMask: {
      what: "Softmax runs over padding, too.",
      right: "Padding gets a very small score before softmax, so its weight is 0.",
    },
    logSoftmax: {
      what: "log_softmax and NLLLoss together are the cross-entropy of the logits.",
    },
  },
  lecture: {
    manyToMany: { what: "Seq2seq is the many-to-many kind of a recurrent network." },
    notShared: {
      what: "Encoder and decoder share no parameters. Inside each, every step uses the same ones.",
    },
    fixedSize: {
      what: "The last state has the same size for a short and for a long sentence.",
    },
    reversed: { what: "The trick of a reversed source brings the first words nearer." },
    chooseStates: {
      what: "All encoder states are offered, and the decoder chooses among them.",
    },
    newState: {
      what: "The new decoder state is compared with every encoder state, and joined with the context before the output. That is Luong’s order.",
    },
    teacherForcing: {
      what: "In training the decoder reads the right token of the step before.",
    },
    generalDiagonal: {
      what: "In the general score, W is a diagonal matrix.",
      right:
        "W is a full matrix. A diagonal W is a special case, and W = identity is the dot score.",
    },
    concat: { what: "The concat score: a small network reads both vectors side by side." },
    solved: {
      what: "Attention has solved the problem of long sentences.",
      right:
        "Attention opens a short path to every encoder state. Sources longer than those of training still fail.",
    },
    path: { what: "Attention gives the gradient a direct path to every encoder state." },
    statesUpdated: {
      what: "Backpropagation updates the encoder’s hidden states.",
      right: "It updates parameters. States are computed anew for every example.",
    },
    interpretable: { what: "The weights show where the decoder looked." },
    sizes: { what: "Embedding 256, hidden size 512, two layers, two directions." },
    packing: {
      what: "pack_padded_sequence(batch, lengths) without sorting.",
      right: "It needs the longest row first, or enforce_sorted=False.",
    },
    zeroState: {
      what: "h_0 is made by hand on the CPU.",
      right: "PyTorch starts from zeros by itself, on the right device.",
    },
    lastStates: {
      what: "h_n[-2] is the first layer and h_n[-1] the second.",
      right: "Both are the last layer: [-2] has read forward, [-1] backward.",
    },
    bridge: { what: "A linear layer turns two last states into the first decoder state." },
    coin: {
      what: "The truth is fed if random() > teacher_forcing_prob.",
      right: "It must be <. As printed, a probability of 1 never feeds the truth.",
    },
    coinUnit: {
      what: "One coin for the whole batch in each step.",
      right: "Bengio and others toss one for every token. One for each step is a simplification.",
    },
    firstRow: {
      what: "outputs[0] stays zero, and nothing leaves it out.",
      right: "The loss compares outputs[1:] with the targets without <sos>.",
    },
    lengthLimit: {
      what: "The loop runs to a global trg_max_len.",
      right: "Training runs to the longest target of the batch. An answer ends at its own <eos>.",
    },
    dotSizes: {
      what: "A dot product with an encoder of two directions.",
      right: "Its states have 2H numbers and the query H. Use general, or add a projection.",
    },
  },
  lineByLine: {
    threeMatrices: { what: "Wa acts on the query, Ua on the keys, Va makes one number of it." },
    currentState: {
      what: "The query is the current state of the decoder.",
      right:
        "In Bahdanau’s order it is the state before this step. The new state needs the context first.",
    },
    squeeze: { what: "squeeze(2) and unsqueeze(1) turn a column of scores into a row." },
    sumOne: { what: "After softmax the weights lie between 0 and 1 and sum to 1." },
    bmm: { what: "bmm(weights, keys) is the weighted sum of the keys." },
    catInput: {
      what: "Word vector and context together are the input of the GRU: 2H numbers.",
    },
    fill: {
      what: "torch.empty(…).fill(SOS)",
      right: "The method is fill_(): PyTorch marks a change in place with an underscore.",
    },
    underscores: {
      what: "super().init(), batchsize, targettensor",
      right: "Markdown has removed the underscores. The code as printed does not run.",
    },
    similarity: {
      what: "The score measures how similar two vectors are.",
      right:
        "It measures a fit that was learned. It has no fixed size, and with query and key exchanged it can be another number.",
    },
    contextNotWeights: {
      what: "Embedding, attention weights and GRU are joined.",
      right: "The context vector joins the embedding, not the weights.",
    },
    softmaxRank: {
      what: "Softmax wants two dimensions.",
      right: "With dim=-1 it works on any number of dimensions.",
    },
    exposureBias: {
      what: "A model that reads only right tokens in training has not met its own mistakes.",
    },
    withoutForcing: {
      what: "Without teacher forcing the accuracy is lower.",
      right:
        "Learning is slower at first. On the tasks of this page the end is alike: see the measured table.",
    },
    decay: { what: "The chance of the right token can fall during training." },
    argmax: { what: "The largest logit belongs to the largest probability." },
    logits: {
      what: "The linear layer gives probabilities.",
      right: "It gives logits. Softmax turns them into probabilities.",
    },
    dropout: {
      what: "Dropout of the decoder keeps it general.",
      right:
        "In this code it acts on the embedding only. The context, the state and the logits go past it.",
    },
    outputHidden: {
      what: "output and hidden are the same in one step.",
      right:
        "For one layer, yes. With more layers output is the top layer and hidden has all of them.",
    },
    catSteps: { what: "cat(steps, dim=1) makes [B, T, V] of the outputs of all steps." },
  },
  multiLayer: {
    uses: { what: "Translation, summaries and chat bots turn one sequence into another." },
    contextVector: {
      what: "The last hidden state is “the context vector”.",
      right: "That is one fixed vector. With attention every step has a context vector of its own.",
    },
    layers: { what: "With two layers the second reads the states of the first." },
    dropout: { what: "Dropout of one half on embeddings and between layers." },
    doubleSoftmax: {
      what: "The decoder returns softmax and calls it logits.",
      right:
        "Return logits. Softmax inside cross-entropy again leaves a loss that cannot fall to 0.",
    },
    actualLengths: {
      what: "The length is the number of tokens that are not <eos>.",
      right: "It is the place of the first <eos>. The count also takes the empty slots after it.",
    },
    floatTokens: {
      what: "The tokens of the answer stand in torch.zeros, so they are floats, and an empty place looks like token 0.",
      right: "Token numbers are whole: dtype=torch.long, with <pad> in the empty places.",
    },
    allEnded: {
      what: "Decoding stops when all rows give <eos> in the same step.",
      right: "Each row remembers whether it has ended. Decoding stops when all have.",
    },
    shift: {
      what: "The target has no <sos> and no <eos>.",
      right: "Inputs are <sos> y1 … yn, targets are y1 … yn <eos>: the same row, shifted by one.",
    },
    zeroRow: {
      what: "The printed outputs have shape [1, 50, 10000], and row 0 is all zeros.",
      right: "Make room for the steps of this batch only, and use every row.",
    },
    checks: {
      what: "Teacher forcing checks whether the token was right.",
      right: "It checks nothing. It replaces the next input by the right token.",
    },
    padding: {
      what: "The encoder runs over padding.",
      right: "The final state is the state at each row’s own last token.",
    },
    trainEval: {
      what: "The example prints answers without eval().",
      right: "Without eval() dropout stays on, and each run prints other numbers.",
    },
    ratioLater: {
      what: "teacher_force_ratio is 1 for answers, too.",
      right: "When a model answers, nobody knows the truth: it reads its own tokens.",
    },
    rank: {
      what: "Hidden size 5 and a vocabulary of 10,000.",
      right:
        "This shows shapes only. Five numbers of a state set five logits freely; all others follow from them.",
    },
    loop: {
      what: "max_len is 50 in every case.",
      right: "It is a limit for answers without an end, not the length of an answer.",
    },
  },
  draft: {
    bothEnds: {
      what: "The start token and the end token are both called <EOS>.",
      right: "<sos> starts the decoder, <eos> ends the answer.",
    },
    everyStep: {
      what: "Feeding back the last result is called teacher forcing.",
      right: "That is free running. Teacher forcing feeds the right token instead.",
    },
    transformers: { what: "Transformers have overtaken recurrent networks." },
  },
  tutorial: {
    location: {
      what: "Until 2023, softmax(Linear([embedding; hidden])) was called attention.",
      right:
        "It never looked at an encoder state: it weighted positions. A score needs query and key.",
    },
    samePad: {
      what: "Padding and <sos> share the number 0.",
      right:
        "Padding has its own number, so that masks can find it. Otherwise the loss asks for <sos> in each empty place.",
    },
    padLoss: {
      what: "The loss counts padding.",
      right: "ignore_index leaves it out. Otherwise easy padding makes the loss look small.",
    },
    paddedTraining: {
      what: "Training pads every source to 10 tokens, evaluation does not.",
      right: "A model without masks then meets other inputs than in training, and answers worse.",
    },
    ratio: {
      what: "The text speaks of a teacher_forcing_ratio, but the code always feeds the truth.",
      right: "P(feed truth) is 1 there.",
    },
    noHeldOut: {
      what: "The answers on show are to sentences of the training set.",
      right: "Only held-out examples show whether the rule was learned.",
    },
    letters: {
      what: "normalizeString keeps only a to z.",
      right: "It deletes every Hangul syllable. Normalise to NFC and keep the letters of the task.",
    },
    lastOutput: {
      what: "Names, read: the output after the last letter is the answer. The same layer could answer after each letter.",
    },
    classEachStep: {
      what: "Names, written: the class is an input of every step, beside the letter.",
    },
    accents: {
      what: "The names lose their accents: “ř” becomes “r”.",
      right:
        "An accent tells much of a language. On the lists of this page the network is right less often without accents.",
    },
  },
  papers: {
    hochreiter1997: {
      what: "Hochreiter, Schmidhuber (1997): the LSTM, whose memory cell keeps a gradient over many steps.",
    },
    cho2014: {
      what: "Cho and others (2014): encoder and decoder with a GRU, and one vector between them.",
    },
    sutskever2014: {
      what: "Sutskever, Vinyals, Le (2014): translation with LSTMs; the reversed source helped on long sentences.",
    },
    bahdanau2015: {
      what: "Bahdanau, Cho, Bengio (2015): the additive score, asked with the state before the step; the encoder reads both ways.",
    },
    luong2015: {
      what: "Luong, Pham, Manning (2015): dot, general and concat, asked with the new state; input feeding.",
    },
    bengio2015: {
      what: "Bengio and others (2015): scheduled sampling, a coin for each token, and three schedules.",
    },
    ranzato2016: { what: "Ranzato and others (2016): the name “exposure bias”." },
    pascanu2013: {
      what: "Pascanu, Mikolov, Bengio (2013): why gradients vanish and explode, and clipping of their norm.",
    },
    kingma2015: { what: "Kingma, Ba (2015): Adam." },
    koehn2017: {
      what: "Koehn, Knowles (2017): attention can differ strongly from a word alignment.",
    },
    jain2019: {
      what: "Jain, Wallace (2019): other weights can give the same answer, so weights are no explanation.",
    },
    wiegreffe2019: {
      what: "Wiegreffe, Pinter (2019): it depends on what one calls an explanation, and on the test.",
    },
    vaswani2017: {
      what: "Vaswani and others (2017): the Transformer. Self-attention in place of recurrence, several heads, scores divided by the root of their dimension.",
    },
    xiong2020: {
      what: "Xiong and others (2020): with the norm before each part, a Transformer learns without a slow start of the learning rate.",
    },
  },
} as const;
