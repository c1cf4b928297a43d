/** English: each setting and its choices, with one sentence on what it does. */
import type { SettingTexts } from "../requiredTexts";

export const settingFields = {
  task: {
    label: "Task",
    about: "About this task",
    formats: "All ways to write a date",
    options: {
      reverse: {
        label: "Reverse the letters",
        help: "Random letters in reverse order: cat → tac.",
      },
      copy: { label: "Copy the letters", help: "The same letters in the same order: cat → cat." },
      sort: {
        label: "Sort the letters",
        help: "The letters in alphabetical order: cat → act.",
      },
      dates: { label: "Dates to ISO", help: "Dates written in many ways become year-month-day." },
      numberWords: {
        label: "English number words to digits",
        help: "two thousand and twenty-six → 2026, with and without “and”.",
      },
      numberWordsKorean: { label: "Korean number words to digits", help: "이천이십육 → 2026." },
      hangulLetters: {
        label: "Hangul to Latin, letter by letter (simplified)",
        help: "Each syllable is read as if it stood alone: 독립 → dokrip.",
      },
      hangulSounds: {
        label: "Hangul to Latin, as it sounds",
        help: "Revised Romanization with its sound changes: 독립 → dongnip.",
      },
      pigLatin: {
        label: "Pig Latin",
        help: "The consonants before the first vowel go to the end, then “ay”: string → ingstray.",
      },
      englishFrench: {
        label: "English to French (toy grammar)",
        help: "the small black cat sees … → le petit chat noir voit …",
      },
      englishKorean: {
        label: "English to Korean (toy grammar)",
        help: "the cat eats an apple → 고양이가 사과를 먹는다.",
      },
      pairs: { label: "Your own pairs", help: "The sentence pairs that you gave." },
    },
  },
  /** `answer`: for tasks that count lengths in the answer. */
  shortest: { label: "Shortest source", answer: "Shortest answer", help: "In {{unit}}." },
  longest: { label: "Longest source", answer: "Longest answer", help: "In {{unit}}." },
  symbols: {
    label: "Symbols",
    help: "How many {{unit}} there are.",
  },
  network: {
    label: "Network",
    options: {
      recurrent: {
        label: "Recurrent",
        help: "Reads and writes one token after the other. A state carries what it has read.",
      },
      transformer: {
        label: "Transformer",
        help: "No recurrence. Through attention, each position of the encoder looks at all positions at once, and each of the decoder at itself and those before (Vaswani et al. 2017).",
      },
    },
  },
  heads: {
    label: "Heads",
    options: {
      "1": {
        label: "1",
        help: "One attention. Its queries and keys have the whole hidden size.",
      },
      "2": {
        label: "2",
        help: "Two attentions side by side. The queries and keys of each have half of the hidden size.",
      },
      "4": {
        label: "4",
        help: "Four attentions side by side. The queries and keys of each have a quarter of the hidden size.",
      },
    },
  },
  positions: {
    label: "Positions",
    options: {
      sinusoidal: {
        label: "Sine and cosine",
        help: "Fixed values of sines and cosines mark each position. They can be computed for every length, but the model need not be right beyond the lengths of its training.",
      },
      learned: {
        label: "Learned",
        help: "A learned table with one vector per position. Positions that training never saw stay random.",
      },
    },
  },
  cell: {
    label: "Cell",
    options: {
      rnn: {
        label: "tanh RNN",
        help: "The simplest cell: one tanh, no gates. It forgets distant tokens quickly.",
      },
      gru: {
        label: "GRU",
        help: "Two gates choose how much of the old state stays (z) and how much of it the new candidate uses (r).",
      },
      lstm: {
        label: "LSTM",
        help: "A memory cell C beside the hidden state h. Three gates choose what to write, to keep and to read.",
      },
    },
  },
  layers: {
    label: "Layers",
    help: "In the encoder. The upper layer reads the states of the lower layer. Attention uses the upper layer.",
    inBoth:
      "In the encoder, and as many in the decoder. Each decoder layer looks at the states of the encoder’s top layer.",
  },
  decoderLayers: {
    label: "Decoder layers",
    options: {
      same: { label: "As many", help: "The decoder has as many layers as the encoder." },
      one: {
        label: "One",
        help: "The decoder has one layer. It starts from the last state of the encoder’s upper layer.",
      },
    },
  },
  direction: {
    label: "Encoder direction",
    options: {
      unidirectional: {
        label: "One way",
        help: "Each state knows its own token and the tokens read before it. Each layer passes its last state to the same layer of the decoder. A decoder with one layer takes that of the top layer.",
      },
      bidirectional: {
        label: "Both ways",
        help: "Each state knows the tokens before and after its own. A bridge (a linear map) turns the two last states of the top layer into the decoder’s first state.",
      },
    },
  },
  sourceOrder: {
    label: "Source order",
    options: {
      forward: { label: "As written", help: "The encoder reads the source from first to last." },
      reversed: {
        label: "Reversed",
        help: "The encoder reads the source from last to first, as in Sutskever et al. 2014. Then the first words are close to the first outputs.",
      },
    },
  },
  tokenInput: {
    label: "Token input",
    options: {
      learned: {
        label: "Embedding",
        help: "A learned table with one vector per token. Looking up a row equals multiplying a one-hot vector by the table.",
      },
      onehot: {
        label: "One-hot",
        help: "The cell reads the one-hot vector itself. This selects one column of the cell’s input matrix, so that matrix works as the table.",
      },
    },
  },
  attention: {
    label: "Attention",
    options: {
      none: {
        label: "None",
        help: "The decoder knows the source only from the encoder’s last state.",
      },
      additive: {
        label: "Additive",
        help: "A small network compares the query with each encoder state and gives a score.",
      },
      concat: {
        label: "Concat",
        help: "The same function as Additive. Its two matrices are written side by side as one.",
      },
      dot: {
        label: "Dot product",
        help: "The dot product of query and encoder state. Their lengths count, too, so it is not cosine similarity.",
      },
      general: {
        label: "General",
        help: "A dot product with a learned full matrix between query and encoder state.",
      },
      diagonal: {
        label: "Diagonal",
        help: "A special case of General: one learned factor per unit.",
      },
    },
  },
  timing: {
    label: "Timing",
    options: {
      bahdanau: {
        label: "Attention first (Bahdanau)",
        help: "The query is the previous decoder state. The context becomes a part of the cell’s input.",
      },
      luong: {
        label: "Cell first (Luong)",
        help: "The query is the new decoder state. The context is combined with it to compute the output. (Luong’s paper writes h for both states. Here h is an encoder state and s a decoder state.)",
      },
    },
  },
  inputFeeding: {
    label: "Input feeding",
    options: {
      off: { label: "Off", help: "The cell reads only the token." },
      on: {
        label: "On",
        help: "The combined state becomes a part of the next input. So the decoder knows where attention looked before (Luong et al. 2015).",
      },
    },
  },
  hiddenSize: { label: "Hidden size", help: "Size of the encoder and decoder state vectors." },
  embeddingSize: {
    label: "Embedding size",
    help: "Size of the vector that stands for one token.",
  },
  dropout: {
    label: "Dropout",
    help: "Share of values set to 0 in embeddings and between layers during training. Decoding does not use dropout.",
  },
  batchSize: {
    label: "Batch size",
    help: "Number of pairs in a <batch>batch</batch>, which one <update>update</update> of the weights uses.",
  },
  learningRate: {
    label: "Learning rate",
    help: "How far one update of Adam (the optimiser) moves the weights.",
  },
  clipNorm: {
    label: "Gradient clip",
    help: "If the length (norm) of the gradient is above this value, it is scaled down to this value (<gradientClipping>gradient clipping</gradientClipping>).",
  },
  forcing: {
    label: "P(feed truth)",
    help: "Teacher forcing: the probability that training feeds the right token to the next step instead of the model’s own output.",
  },
  schedule: {
    label: "Schedule",
    options: {
      constant: { label: "Constant", help: "P does not change." },
      linear: { label: "Linear", help: "P falls by the same amount at every update." },
      exponential: {
        label: "Exponential",
        help: "P falls by the same factor at every update.",
      },
      inverseSigmoid: {
        label: "Inverse sigmoid",
        help: "P stays high at first, falls faster, then levels out. (All three schedules: Bengio et al. 2015.)",
      },
    },
  },
  halfLife: {
    label: "Half-life N",
    help: "Number of updates until P is half as large, if it does not reach the floor before.",
  },
  forcingFloor: {
    label: "Floor ε",
    help: "The lowest P of the schedule. If the floor is P or more, P does not fall.",
  },
  coin: {
    label: "Random choice",
    options: {
      token: {
        label: "Per token",
        help: "One random choice for each token of each pair, as in Bengio et al. 2015.",
      },
      step: {
        label: "Per step",
        help: "One random choice at each decoder step for the whole batch.",
      },
      sequence: {
        label: "Per sequence",
        help: "One random choice for each pair: always the truth, or always the model’s own output.",
      },
    },
  },
  targetMatch: {
    label: "Stop at exact match",
    help: "Training stops when this share of the held-out examples is fully right.",
  },
  maxSteps: {
    label: "Most updates",
    help: "Training stops after this number of updates at the latest.",
  },
  patience: {
    label: "Patience",
    help: "Early stopping: training ends when the held-out results have not got better for this many updates. 0 turns it off.",
  },
  seed: {
    label: "Seed",
    help: "The same seed gives the same first weights, training data and random choices.",
  },
} as const satisfies SettingTexts["fields"];
