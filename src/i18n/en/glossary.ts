/** One sentence for each term. A text marks a term by its id: "<query>the query</query>". */
export const glossary = {
  encoder: {
    name: "encoder",
    text: "The network that reads the source, one token after the other, and has a state for each token.",
  },
  decoder: { name: "decoder", text: "The network that writes the answer, one token in each step." },
  hiddenState: {
    name: "hidden state",
    text: "The vector that a recurrent network passes from one token to the next. It holds what the network has read so far.",
  },
  attention: {
    name: "attention",
    text: "In each step the decoder looks again at all encoder states, at some more than at others.",
  },
  query: {
    name: "query",
    text: "The vector that is compared with every key, to find where to look. Here it is a decoder state.",
  },
  key: {
    name: "key",
    text: "A vector that is compared with the query. Here every encoder state is a key.",
  },
  value: {
    name: "value",
    text: "A vector that goes into the context vector. Here every encoder state is key and value at once.",
  },
  score: {
    name: "score",
    text: "A number for one source token, computed from its encoder state and the decoder state. The larger it is, the more weight the token gets. It can be negative.",
  },
  softmax: {
    name: "softmax",
    text: "A function that turns any numbers into positive numbers with the sum 1. The largest number gets the largest share.",
  },
  weight: {
    name: "attention weight",
    text: "The share of one source token in the context vector, from 0 to 1. The weights of a step sum to 1.",
  },
  contextVector: {
    name: "context vector",
    text: "The mean of the encoder states, weighted by attention. It is what this step takes from the source. (Some notes call the encoder’s last state a context vector; this page does not.)",
  },
  embedding: { name: "embedding", text: "The learned vector of a token." },
  onehot: {
    name: "one-hot vector",
    text: "A vector with 1 at the place of the token and 0 everywhere else. It is not learned.",
  },
  logit: {
    name: "logit",
    text: "The number of a token before softmax. The larger it is, the more probable the token.",
  },
  crossEntropy: {
    name: "cross-entropy",
    text: "The loss of one token: −ln of the probability that the model gives to the right token.",
  },
  nat: {
    name: "nat",
    text: "The unit of a loss with the natural logarithm. A right token with probability 1/e = 0.37 costs 1 nat.",
  },
  teacherForcing: {
    name: "teacher forcing",
    text: "The decoder reads the right token of the step before as its input, not its own output.",
  },
  feedTruth: {
    name: "P(feed truth)",
    text: "The probability that training feeds the decoder the right token, and not its own output. With 1, every input is the truth.",
  },
  exposureBias: {
    name: "exposure bias",
    text: "A model that reads only right tokens in training never learns to continue after its own mistakes.",
  },
  greedy: {
    name: "greedy decoding",
    text: "Each step outputs its most probable token and never changes it later.",
  },
  beam: {
    name: "beam search",
    text: "A search that keeps several unfinished answers at once and gives the best whole answer that it found.",
  },
  sampling: {
    name: "sampling",
    text: "Each token is drawn at random. A likelier token is drawn more often.",
  },
  temperature: {
    name: "temperature",
    text: "The logits are divided by it before softmax. Below 1, likely tokens become likelier. Above 1, unlikely tokens become likelier.",
  },
  rnn: {
    name: "RNN (recurrent neural network)",
    text: "A network that computes its new state from its input and its old state. Here it is the simple kind with tanh.",
  },
  gru: {
    name: "GRU (gated recurrent unit)",
    text: "A recurrent cell with two gates, which decide how much of the old state stays.",
  },
  lstm: {
    name: "LSTM (long short-term memory)",
    text: "A recurrent cell with three gates and a memory cell beside its hidden state.",
  },
  classifier: {
    name: "classifier",
    text: "A network that gives a probability to each of a few classes. Here it reads the encoder’s state and names the list of a name.",
  },
  generator: {
    name: "generator",
    text: "A network that only writes: told a class, it says one letter after the other and reads each one again.",
  },
  transformer: {
    name: "Transformer",
    text: "A network of encoder and decoder without recurrence: its tokens look at each other, all at the same time (Vaswani and others, 2017).",
  },
  selfAttention: {
    name: "self-attention",
    text: "Attention within one sequence: query, key and value come from the same tokens. In the encoder each token looks at all of them, itself included; in the decoder at itself and those before.",
  },
  attentionHead: {
    name: "head",
    text: "One of several looks at the same time, with its own matrices for query, key and value. The contexts of all heads are joined.",
  },
  position: {
    name: "position (positional encoding)",
    text: "A vector for each place in the sequence, added to the embedding. Without it a Transformer does not know the order of tokens.",
  },
  causalMask: {
    name: "causal mask",
    text: "A rule of the decoder’s self-attention: a row sees the tokens fed up to it, and no later one.",
  },
  gate: {
    name: "gate",
    text: "A vector of numbers from 0 to 1 that is multiplied with another vector. 0 stops a value, 1 lets it pass.",
  },
  sos: {
    name: "<sos> (start of sequence)",
    text: "The input token of the first decoder step, because there is no output yet.",
  },
  eos: {
    name: "<eos> (end of sequence)",
    text: "The token at the end of every source and every answer. The decoder stops after it.",
  },
  pad: {
    name: "<pad> (padding)",
    text: "The token that fills short sequences of a batch up to the longest one. Loss and attention leave it out.",
  },
  unk: {
    name: "<unk> (unknown)",
    text: "The token that stands for everything that is not in the vocabulary.",
  },
  heldOut: {
    name: "held-out examples",
    text: "Examples that training never uses. They show whether the model has learned the rule or only the examples.",
  },
  exactMatch: { name: "exact match", text: "The share of answers that are right in every token." },
  alignmentError: {
    name: "alignment error rate",
    text: "The share of output tokens whose largest attention weight is on a wrong source token.",
  },
  update: {
    name: "update",
    text: "One change of all weights. The loss of a batch gives a gradient, and the weights move a little against it.",
  },
  batch: { name: "batch", text: "The examples that one update uses together." },
  epoch: { name: "epoch", text: "One pass of training over all pairs." },
  gradientClipping: {
    name: "gradient clipping",
    text: "A gradient longer than the limit is shortened to the limit, so that one batch cannot move the weights too far.",
  },
  bidirectional: {
    name: "bidirectional encoder",
    text: "Two networks read the source, one from each end. The state of a token is the two states joined.",
  },
  bridge: {
    name: "bridge",
    text: "The learned linear map from the encoder’s last states to the decoder’s first state.",
  },
  sequence: {
    name: "sequence",
    text: "Tokens in an order: the words of a sentence, the letters of a word. Its length can differ from example to example.",
  },
  token: {
    name: "token",
    text: "The smallest piece that the network reads or writes: a word, a syllable or a letter. The task decides which.",
  },
  vocabulary: {
    name: "vocabulary",
    text: "The list of all tokens that a model knows, each with a number. Source and target have one each.",
  },
  source: { name: "source", text: "The sequence that the encoder reads, with <eos> at its end." },
  target: {
    name: "target",
    text: "The right answer, which training compares with the probabilities of the decoder.",
  },
  parameter: {
    name: "parameter",
    text: "A number of the model that training changes. The states are no parameters: they are computed anew for each example.",
  },
  step: {
    name: "step",
    text: "One round of the decoder: it reads one token, computes a new state and writes one token.",
  },
  bottleneck: {
    name: "bottleneck",
    text: "Without attention, one vector of fixed size must hold the whole source, however long it is.",
  },
  alignment: {
    name: "alignment",
    text: "Which source token belongs to which output token. Attention was not told it; a task made by rules knows it.",
  },
  additive: {
    name: "additive score (concat)",
    text: "v · tanh(W q + U k): a small network compares query and key. Bahdanau and others (2015) introduced it; Luong’s concat is the same function.",
  },
  dotScore: {
    name: "dot score",
    text: "q · k: the products of their numbers, summed. It has no parameters and needs vectors of equal size.",
  },
  generalScore: {
    name: "general score",
    text: "q · W k with a full matrix W, so every number of the query meets every number of the key. Sizes may differ.",
  },
  timing: {
    name: "timing",
    text: "When the decoder looks: before its new state (Bahdanau) or after it (Luong). It is independent of the score.",
  },
  inputFeeding: {
    name: "input feeding",
    text: "The combined state of one step is part of the input of the next, so the decoder knows where it looked.",
  },
  combined: {
    name: "combined state",
    text: "tanh of a linear map of context and decoder state. In Luong’s timing the output is computed from it.",
  },
  reversedSource: {
    name: "reversed source",
    text: "The encoder reads the source backwards, so its first words are near the first words of the answer (Sutskever and others, 2014).",
  },
  dropout: {
    name: "dropout",
    text: "Training sets random numbers of a vector to 0 and enlarges the others. Decoding does not use it.",
  },
  learningRate: { name: "learning rate", text: "How far the weights move in one update." },
  adam: {
    name: "Adam",
    text: "A rule for updates that divides the mean of the gradients by their typical size, for each parameter on its own.",
  },
  gradient: {
    name: "gradient",
    text: "For each number, how much the loss grows when this number grows a little.",
  },
  overfitting: {
    name: "overfitting",
    text: "The model knows its training examples by heart and fails on held-out ones.",
  },
  perplexity: {
    name: "perplexity",
    text: "e to the power of the mean loss: among how many equally likely tokens the model seems to choose.",
  },
  mask: {
    name: "mask",
    text: "A rule that leaves padding out: its scores become very small before softmax, and its losses are not counted.",
  },
  entropy: {
    name: "entropy",
    text: "How widely a row spreads its weight: 0 if one token has all of it, ln S if S tokens share it equally.",
  },
  freeRunning: {
    name: "free running",
    text: "The decoder reads its own last answer in each step, as it must when nobody knows the right one.",
  },
  scheduledSampling: {
    name: "scheduled sampling",
    text: "A coin decides for each input of training: the right token or the model’s own. The chance of the right one falls over time (Bengio and others, 2015).",
  },
} as const;
