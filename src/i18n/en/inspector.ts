export const inspector = {
  region: "Inspector",
  tabs: "What to show of the selection",
  tab: { equation: "Equation", pytorch: "PyTorch", numbers: "Numbers" },
  step: "Step {{step}} of {{steps}}",
  waiting: "The model is loading",
  /** What an operation does: one sentence, its terms marked. */
  purpose: {
    query:
      "The decoder asks the source: its <hiddenState>hidden state</hiddenState> is the <query>query</query>.",
    score:
      "Every <key>key</key> gets a <score>score</score>: how well it fits the <query>query</query>.",
    softmax:
      "<softmax>Softmax</softmax> turns the scores into <weight>attention weights</weight>, which sum to 1.",
    context:
      "The encoder states are the <value>values</value>: their mean by the weights is the <contextVector>context vector</contextVector>.",
    embed: "The token that was fed becomes a vector, its <embedding>embedding</embedding>.",
    onehot: "The token that was fed becomes a <onehot>one-hot vector</onehot>.",
    cell: {
      rnn: "The <rnn>RNN</rnn> makes the new <hiddenState>hidden state</hiddenState> of the <decoder>decoder</decoder>.",
      gru: "The <gru>GRU</gru> makes the new hidden state; two <gate>gates</gate> decide how much of the old one stays.",
      lstm: "The <lstm>LSTM</lstm> makes a new memory and a new hidden state; three <gate>gates</gate> decide what stays and what shows.",
    },
    upper: "The second layer reads the new state of the first one.",
    combine:
      "The <contextVector>context vector</contextVector> and the decoder state become one vector, h̃.",
    output:
      "Every token gets a <logit>logit</logit>; <softmax>softmax</softmax> makes them probabilities.",
  },
  code: {
    label: "This step in PyTorch",
    given: "Given (a batch of one):",
    note: "At the right: the shape of each new tensor. Click a line to select its operation.",
  },
  numbers: {
    scores: "Scores and weights of step {{step}}",
    logits: "Logits and probabilities of step {{step}}",
    back: { scores: "Scores of this step", logits: "Logits of this step" },
    hint: "Click a tile or a source token in the picture to see its numbers here.",
  },
} as const;
