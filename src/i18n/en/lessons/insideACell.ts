/** English: the lesson “Inside a cell”. */
import type { INSIDE_A_CELL } from "../../../lessons/insideACell";
import type { TextsOf } from "../../requiredTexts";

export const insideACell = {
  steps: {
    blocks: {
      title: "How large is a cell?",
      say: "A recurrent cell makes the new <hiddenState>hidden state</hiddenState> from the old one and from a token. The simplest one is the tanh RNN on the stage. It has one block of weights: two matrices and two biases. Encoder and decoder together have {{rnn}} parameters in their cells. An <lstm>LSTM</lstm> has three gates: input, forget and output.",
      ask: "How many times the parameters of this cell does an LSTM cell have?",
      unit: "Times as many",
      do: "Press ‘Show me’ to bring a model with LSTM cells.",
      fact: "{{lstmTimes}} times as many: {{lstm}} in place of {{rnn}}. The whole model grows from {{whole}} to {{wholeLstm}} parameters, which is {{wholeTimes}} times as many.",
      why: "Each gate is a block of its own, as large as the block of the tanh RNN. The candidate, the new content, needs a block, too. An LSTM has three gates and a candidate: {{lstmTimes}} blocks. A <gru>GRU</gru> has two gates and a candidate: {{gruTimes}} blocks. Embeddings and output layer do not grow, so the whole model grows less.",
      reveal: {
        right: "Yes.",
        gates: "You counted the gates. There is one more block.",
        low: "It is more.",
        high: "It is less.",
      },
    },
    keep: {
      title: "The update gate",
      say: "This model has <gru>GRU</gru> cells. Before row {{row}}, unit {{unit}} of the decoder’s state has the value {{before}}. In this row the cell makes a candidate, a proposal for the new value: {{candidate}}. The update <gate>gate</gate> z of this unit is {{z}}.",
      ask: "What is the value of unit {{unit}} after row {{row}}?",
      unit: "New value",
      fact: "The new value is {{after}} = {{z}} · ({{before}}) + {{rest}} · ({{candidate}}).",
      why: "The new state is (1 − z) · candidate + z · old state. So z is the share that stays, in PyTorch and in this app. The name says ‘update’, but z = 1 means: change nothing. Bahdanau’s paper writes it the other way round. Look at the equation before you read a gate. The second gate, the reset gate r, says how much of the old state the candidate may use.",
      reveal: {
        right: "Yes.",
        turned:
          "Then z would be the share of the new: {{turned}}. Some papers write it so. Here z is the share of the old value.",
        half: "That is the middle. The gate is not in the middle: z = {{z}}.",
        other: "The new value lies between the old one and the candidate. z says where.",
      },
    },
    carry: {
      title: "What the gates carry",
      say: "This model has no attention. Its decoder gets everything about the source with its first state. In each row, each unit keeps the share z of its value. Row 1 keeps {{first}} on average. Over several rows the shares multiply.",
      ask: "Take the mean of all {{units}} units. In which row is less than half of the first state left for the first time?",
      fact: "In row {{half}} only {{share}} is left. In row {{rows}}, the last one, {{last}} is left.",
      why: "Nobody told the gates when to open. The model learned it: what is not written yet must stay, and what is written can go. A tanh RNN has no such gate. It computes each state anew, so everything must go through the tanh in every row.",
      reveal: {
        right: "Yes.",
        early: "In row {{picked}} there is still {{pickedShare}}.",
        late: "Half of it is gone before row {{picked}}, where {{pickedShare}} is left.",
      },
    },
    needless: {
      title: "The same cell with attention",
      say: "In the model without attention, less than half of the decoder’s first state is left from row {{half}} on. Another model has learned the same task with the same cells and with <attention>attention</attention>: each row gets a context from the source.",
      ask: "When is less than half of the first state left for the first time in that model?",
      do: "Press ‘Show me’ to bring that model.",
      choices: { earlier: "Earlier", same: "In the same row", later: "Later" },
      fact: "With attention, row 1 keeps {{firstNow}} of the first state; without, {{first}}. In row {{half}} the model with attention still has {{shareNow}}, and the model without attention {{share}}.",
      why: "With attention the letters need not wait in the decoder’s state. Each row can get its letter from the source. So the state is free for other work, and the gates keep less. A gate shows what a model has learned to need.",
      reveal: {
        right: "Yes.",
        earlier: "Not earlier.",
        same: "The cell is the same, but it has learned something else.",
        later: "Attention does not make the state keep more. It takes work away from it.",
      },
    },
    memory: {
      title: "The memory of an LSTM",
      say: "An <lstm>LSTM</lstm> has a memory C beside its hidden state h. Before row {{row}}, the memory of unit {{unit}} in the decoder is {{before}}. In this row its forget gate is {{forget}}, its input gate {{input}} and its candidate {{candidate}}.",
      ask: "What is the memory of unit {{unit}} after row {{row}}?",
      unit: "New memory",
      fact: "The new memory is {{after}} = {{forget}} · ({{before}}) + {{input}} · ({{candidate}}). The hidden state of this unit is {{state}}.",
      why: "The new memory is forget gate · old memory + input gate · candidate. In a GRU, one gate sets both shares, that of the old and that of the new. An LSTM has a gate for each, so its memory can add up beyond 1. The hidden state cannot: h = output gate · tanh(memory), here {{output}} · tanh({{after}}).",
      reveal: {
        right: "Yes.",
        forgotten:
          "The name misleads. The forget gate is the share that stays, not the share that goes.",
        other:
          "Two products, added: what stays is {{forget}} · ({{before}}), and what comes is {{input}} · ({{candidate}}).",
      },
    },
    layers: {
      title: "Two layers",
      say: "Now encoder and decoder have two layers of GRU cells. Layer 1 reads the tokens. Layer 2 reads the states of layer 1. The decoder has to begin somewhere, in both layers.",
      ask: "What is the first state of the decoder’s layer 1?",
      choices: {
        own: "The last state of the encoder’s layer 1",
        top: "The last state of the encoder’s top layer",
        half: "The mean of both",
      },
      fact: "Compared number by number, the first state of the decoder’s layer 1 differs from the last state of the encoder’s layer 1 by at most {{own}}, and from that of the top layer by up to {{top}}.",
      why: "Each layer of the encoder hands its last state to the same layer of the decoder. PyTorch keeps them in h_n, one row for each layer. ‘outputs’ is something else: the states of the top layer alone, at all tokens. Query and output of the decoder come from its top layer.",
      reveal: {
        right: "Yes.",
        own: "Not in this model.",
        top: "The top layer begins with that one. Layer 1 has a state of its own.",
        half: "Nothing is mixed here.",
      },
    },
    directions: {
      title: "Two directions",
      say: "This encoder has two cells. One reads from left to right, the other from right to left. A <bidirectional>bidirectional</bidirectional> state has two halves, one of each. Suppose we change the last letter of the source from ‘{{letter}}’ to ‘{{other}}’.",
      ask: "Which is the leftmost encoder state that changes? Click its tile.",
      do: "Press ‘Show me’. You can also type the changed word yourself.",
      fact: "The backward halves change from ‘{{backward}}’ on. The forward halves change only from ‘{{forward}}’ on.",
      why: "The backward cell reads the last letter first, so all its states know it. It has read the whole source when it arrives at ‘{{first}}’. The forward cell has read everything at the end. For the decoder’s first state, the bridge takes these two: the forward half at the end and the backward half at the start. In PyTorch they are h_n[-2] and h_n[-1], the last layer’s two directions. outputs[:, -1] is wrong here: its backward half has read one token.",
      reveal: {
        right: "Yes.",
        own: "So it is with one direction. Half of each state here comes from the right.",
        later: "The state over ‘{{letter}}’ reads this letter itself. It must change, too.",
        other: "States left of ‘{{picked}}’ change as well.",
      },
    },
    now: {
      title: "Now you",
      say: "The tokens come in through a table: each token has a row of learned numbers, its <embedding>embedding</embedding>. Without the table, a token is a <onehot>one-hot vector</onehot>: 1 at its own place, and 0 at all others.",
      ask: "In the Lab, under ‘Model’, change the token input to one-hot. The table goes away. Does the model get smaller? Then change other settings, so that the one-hot model has at most as many parameters as the model of this lesson.",
      hint: "The model of this lesson is a GRU without attention. The number of parameters grows faster than the hidden size: the matrix from state to state has as many rows and as many columns as the state has numbers. Choose a smaller hidden size.",
      reveal: {
        reached:
          "The one-hot model has {{parameters}} parameters, at most {{limit}}. A one-hot vector times a matrix is one row of this matrix. So the table has not gone. It is now a part of the cell.",
        wider:
          "With one-hot tokens this model has {{parameters}} parameters; the model of this lesson has {{limit}}. The cell’s matrix had {{size}} inputs for a token, now it has {{tokens}}: one for each token.",
      },
    },
  },
  remember: {
    first: "A block for each gate and one for the candidate: tanh RNN 1, GRU 3, LSTM 4.",
    second:
      "z of a GRU and the forget gate of an LSTM say what stays. In papers z can mean the opposite.",
    third:
      "With two layers, each has its own last state. With two directions, each ends at its own end of the source.",
  },
  where:
    "In the notes: the two RNNs of encoder and decoder, “each may be LSTM, GRU or vanilla RNN”, and h_n[-2], h_n[-1] of the boot camp’s lab. Papers: Hochreiter and Schmidhuber (1997); Gers, Schmidhuber and Cummins (2000), who added the forget gate; Cho et al. (2014), the GRU.",
  open: "The gates of a model with attention keep less. Could its decoder do without a gated cell?",
} as const satisfies TextsOf<typeof INSIDE_A_CELL>;
