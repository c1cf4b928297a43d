export const inspector = {
  region: "Inspector",
  tabs: "What to show of the selection",
  tab: { equation: "Equation", pytorch: "PyTorch", numbers: "Numbers" },
  step: "Step {{step}} of {{steps}}",
  waiting: "The model is loading",
  /** What an operation does: one sentence, its terms marked. */
  purpose: {
    query:
      "Attention compares the <query>query</query> with every source token. The query is a <hiddenState>hidden state</hiddenState> of the decoder.",
    score:
      "Every <key>key</key> gets a <score>score</score>. It says how well the key fits the <query>query</query>.",
    softmax:
      "<softmax>Softmax</softmax> turns the scores into <weight>attention weights</weight>, which sum to 1.",
    context:
      "The encoder states are the <value>values</value>. Their weighted mean is the <contextVector>context vector</contextVector>.",
    embed: "The input token becomes a vector, its <embedding>embedding</embedding>.",
    onehot: "The input token becomes a <onehot>one-hot vector</onehot>.",
    cell: {
      rnn: "The <rnn>RNN</rnn> computes the new <hiddenState>hidden state</hiddenState> of the <decoder>decoder</decoder>.",
      gru: "The <gru>GRU</gru> computes the new hidden state. Two <gate>gates</gate> decide how much of the old state stays.",
      lstm: "The <lstm>LSTM</lstm> computes a new memory cell and a new hidden state. Three <gate>gates</gate> decide what to write, to keep and to pass on.",
    },
    upper: "The second layer reads the new state of the first one.",
    combine:
      "The <contextVector>context vector</contextVector> and the decoder state become one vector, h̃.",
    output:
      "Every target token gets a <logit>logit</logit>. <softmax>Softmax</softmax> turns the logits into probabilities.",
  },
  code: {
    label: "This step in PyTorch",
    given: "Given (a batch of one):",
    note: "On the right is the shape of each new tensor. Click a line to select its operation.",
  },
  numbers: {
    scores: "Scores and weights of step {{step}}",
    logits: "Logits and probabilities of step {{step}}",
    back: { scores: "Scores of this step", logits: "Logits of this step" },
    hint: "Click a tile or a source token in the picture to see its numbers here.",
  },
} as const;
