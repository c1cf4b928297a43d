/** English: the settings, each with one sentence on what it does. */
import type { SettingTexts } from "../requiredTexts";

export const setup = {
  title: "Set-up",
  rule: "A change replaces the model, except where it says “at once”.",
  freshDone: "A fresh model was started.",
  bakedDone: "Now showing a model trained beforehand with these settings.",
  /** `differences`: one or more of `bakedDifference`, separated by commas. */
  bakedOther:
    "Now showing a model trained beforehand, but not with all of these settings: {{differences}}.",
  bakedDifference: "{{label}} {{baked}} where you have set {{wanted}}",
  live: "at once",
  more: "More settings",
  range: "{{min}}\u00a0to\u00a0{{max}}, default\u00a0{{initial}}.",
  toDefault: "{{field}}: back to {{value}}",
  allDefaults: "All settings to their defaults",
  notANumber: "This is not a number.",
  outOfRange: "Choose a number from {{min}} to {{max}}.",
  equation: "Equation",
  /** For screen readers: a part of a setting, such as its equation. */
  partOf: "{{part}}: {{field}}",
  sections: { task: "Task", model: "Model", training: "Training" },
  groups: {
    difficulty: {
      title: "Difficulty",
      brief: "{{shortest}} to {{longest}} · {{symbols}}\u00a0symbols",
      /** Tasks that offer only the lengths, or no difficulty. */
      lengths: "{{shortest}} to {{longest}}",
      fixed: "fixed",
    },
    cells: { title: "Cells and layers", brief: "{{cell}} · {{layers}}\u00a0×\u00a0{{hiddenSize}}" },
    reading: { title: "Source and tokens", brief: "{{direction}} · {{tokenInput}}" },
    forcing: { title: "Teacher forcing", brief: "P\u00a0=\u00a0{{forcing}} · {{schedule}}" },
    updates: { title: "Updates", brief: "{{learningRate}} · batch {{batchSize}}" },
    ending: { title: "Stop and seed", brief: "{{maxSteps}} steps · seed {{seed}}" },
  },
  /** A disabled option with a short reason. */
  blocked: {
    keysTooWide: "{{option}} (one-way encoder only)",
    needsEqualSizes: "{{option}} (not with this attention)",
  },
  /** Why options are disabled. */
  obstacles: {
    keysTooWide: "{{options}}: reading both ways makes states 2H wide. Choose one way, or General.",
    needsEqualSizes:
      "{{options}}: states of 2H numbers do not fit the chosen attention. Choose General there first.",
  },
  /** Why a setting has no effect now. */
  idle: {
    noAttention: "No effect without attention: nothing looks back at the source.",
    bahdanauTiming: "No effect in Bahdanau timing: only Luong’s has a combined state to feed back.",
    onehot: "No effect on one-hot tokens: they are as long as the vocabulary.",
    nothingToDrop: "No effect here: dropout acts on embeddings and between layers.",
    constant: "No effect on a constant schedule.",
    floorHolds: "No effect: the floor is not below P, so P stays as it is.",
    alwaysTruth: "No effect while P is 1: the truth is always fed and no coin is tossed.",
    alwaysModel: "No effect while P is 0: always the model’s own answer is fed.",
    fixed: "This task comes in one difficulty only.",
    ownPairs: "Your own pairs are as hard as they are.",
  },
  /** The units of a length and a symbol in each task. */
  units: {
    reverse: { lengths: "letters", symbols: "letters of the alphabet" },
    copy: { lengths: "letters", symbols: "letters of the alphabet" },
    sort: { lengths: "letters", symbols: "letters of the alphabet" },
    pigLatin: { lengths: "letters", symbols: "letters of the alphabet" },
    dates: { lengths: "parts of a date", symbols: "spellings of dates" },
    numberWords: { lengths: "digits", symbols: "number words" },
    numberWordsKorean: { lengths: "digits", symbols: "number syllables" },
    hangulLetters: { lengths: "syllables", symbols: "jamo, the basic ones first," },
    hangulSounds: { lengths: "syllables", symbols: "jamo, the basic ones first," },
    englishFrench: { lengths: "words", symbols: "nouns (and verbs and adjectives each)" },
    englishKorean: { lengths: "words", symbols: "nouns (and verbs and adjectives each)" },
  },
  preset: {
    label: "Preset",
    custom: { label: "Custom", help: "A combination of your own." },
    sets: "What it sets",
    options: {
      default: {
        label: "Default",
        help: "The decoder of Bahdanau et al. 2015 at its smallest; the encoder reads one way.",
      },
      plainSeq2seq: {
        label: "Plain seq2seq",
        help: "After Sutskever et al. and Cho et al. 2014: two layers with dropout; one state per layer carries the whole source.",
      },
      bahdanauTutorial: {
        label: "Bahdanau, PyTorch tutorial",
        help: "PyTorch’s tutorial, after Bahdanau et al. 2015: additive score, look before the update.",
      },
      luongDot: {
        label: "Luong, dot",
        help: "Luong et al. 2015: an LSTM moves, then looks; the score is a dot product.",
      },
      luongGeneral: {
        label: "Luong, general",
        help: "Luong et al. 2015, with a learned matrix between the two states.",
      },
      luongConcat: {
        label: "Luong, concat",
        help: "Luong et al. 2015, with a small network as score: Bahdanau’s, written in another way.",
      },
      boostcampLab: {
        label: "Boot camp lab",
        help: "Two-layer bidirectional GRU, no attention; a coin at each decoder step decides on the truth. The lab’s own comparison was reversed: the larger P, the less truth.",
      },
    },
  },
  model: {
    title: "Parameters and shapes",
    size: "{{parameters}} parameters",
    unknown: "–",
    vocabulary: "Vocabulary: {{source}} tokens in, {{target}} out.",
    activations: "Activations",
    activationsNote:
      "B pairs in a batch, S source tokens with <eos>, H units per direction, E embedding, L layers, V target and Vₓ source vocabulary.",
    parameters: "Parameters",
    parametersNote: "Names and shapes as PyTorch has them: a matrix is [out, in].",
    tensor: "Tensor",
    shape: "Shape",
    numbers: "Numbers",
    names: {
      sourceIds: "source, as ids",
      sourceTokens: "source, as the cell reads it",
      encoderStates: "encoder states: keys and values",
      finalState: "encoder’s last state",
      decoderState: "decoder state",
      cellInput: "decoder’s input, one step",
      query: "query",
      weights: "scores, and weights",
      context: "context",
      attentional: "combined state",
      logits: "logits, one step",
    },
  },
  schedulePlot: {
    label:
      "P(feed truth) over the training steps: {{start}} at first, {{middle}} at step {{half}}, {{end}} at step {{steps}}.",
    step: "step {{steps}}",
  },
  fields: {
    task: {
      label: "Task",
      about: "What it shows",
      formats: "All the spellings",
      options: {
        reverse: {
          label: "Reverse the letters",
          help: "Random letters; the last one read is the first to write.",
        },
        copy: { label: "Copy the letters", help: "The same letters again, in the same order." },
        sort: {
          label: "Sort the letters",
          help: "The letters again, in the order of the alphabet.",
        },
        dates: { label: "Dates to ISO", help: "Dates in many spellings become year-month-day." },
        numberWords: {
          label: "English number words to digits",
          help: "two thousand and twenty-six → 2026, with and without “and”.",
        },
        numberWordsKorean: { label: "Korean number words to digits", help: "이천이십육 → 2026." },
        hangulLetters: {
          label: "Hangul to Latin, letter by letter (simplified)",
          help: "Every syllable as if it stood alone: 독립 → dokrip.",
        },
        hangulSounds: {
          label: "Hangul to Latin, as it sounds",
          help: "Revised Romanization with its sound changes: 독립 → dongnip.",
        },
        pigLatin: {
          label: "Pig Latin",
          help: "Consonants before the first vowel go to the end, then “ay”: string → ingstray.",
        },
        englishFrench: {
          label: "English to French (toy grammar)",
          help: "the small black cat sees … → le petit chat noir voit …",
        },
        englishKorean: {
          label: "English to Korean (toy grammar)",
          help: "the cat eats an apple → 고양이가 사과를 먹는다.",
        },
        pairs: { label: "Your own pairs", help: "The sentence pairs that you brought." },
      },
    },
    /** `answer`: for tasks that count lengths in the answer. */
    shortest: { label: "Shortest source", answer: "Shortest answer", help: "In {{unit}}." },
    longest: { label: "Longest source", answer: "Longest answer", help: "In {{unit}}." },
    symbols: { label: "Symbols", help: "How many {{unit}} there are." },
    cell: {
      label: "Cell",
      options: {
        rnn: { label: "tanh RNN", help: "One layer of tanh; what is far back fades quickly." },
        gru: {
          label: "GRU",
          help: "Gates choose how much of the old state stays (z) and is read (r).",
        },
        lstm: {
          label: "LSTM",
          help: "A memory cell C beside h, with gates to write, keep and read it.",
        },
      },
    },
    layers: {
      label: "Layers",
      help: "Of encoder and decoder each; the upper one reads the lower one’s states, and is the one that attends.",
    },
    direction: {
      label: "Encoder direction",
      options: {
        unidirectional: {
          label: "One way",
          help: "Each state knows its own token and those read before it; each layer hands its last state to the decoder’s.",
        },
        bidirectional: {
          label: "Both ways",
          help: "Each state knows both sides; a linear bridge joins the last layer’s two ends into the decoder’s first state.",
        },
      },
    },
    sourceOrder: {
      label: "Source order",
      options: {
        forward: { label: "As written", help: "The encoder reads the source from first to last." },
        reversed: {
          label: "Reversed",
          help: "Read from last to first, as in Sutskever et al. 2014: the first words lie near the first outputs.",
        },
      },
    },
    tokenInput: {
      label: "Token input",
      options: {
        learned: {
          label: "Embedding",
          help: "A learned table; multiplying it by a one-hot vector is nothing but looking up a row.",
        },
        onehot: {
          label: "One-hot",
          help: "The cell reads the vector itself, which picks a column of its input matrix: that becomes the table.",
        },
      },
    },
    attention: {
      label: "Attention",
      options: {
        none: {
          label: "None",
          help: "The decoder knows the source only through the encoder’s last state.",
        },
        additive: {
          label: "Additive",
          help: "A small network scores each encoder state against the query.",
        },
        concat: {
          label: "Concat",
          help: "Exactly the additive score, its two matrices written side by side as one.",
        },
        dot: {
          label: "Dot product",
          help: "Angle and length of both vectors count: it is not cosine similarity.",
        },
        general: {
          label: "General",
          help: "A learned full matrix stands between query and encoder state.",
        },
        diagonal: {
          label: "Diagonal",
          help: "The special case of General with one learned factor per unit.",
        },
      },
    },
    timing: {
      label: "Timing",
      options: {
        bahdanau: {
          label: "Look, then update (Bahdanau)",
          help: "The previous state asks; what it finds joins the cell’s input.",
        },
        luong: {
          label: "Update, then look (Luong)",
          help: "The cell moves first; its new state asks, and the answer joins the output.",
        },
      },
    },
    inputFeeding: {
      label: "Input feeding",
      options: {
        off: { label: "Off", help: "The cell reads the token alone." },
        on: {
          label: "On",
          help: "The combined state joins the next input, so the decoder knows where it has looked (Luong et al. 2015).",
        },
      },
    },
    hiddenSize: { label: "Hidden size", help: "Numbers in each encoder and decoder state." },
    embeddingSize: { label: "Embedding size", help: "Numbers that stand for one token." },
    dropout: {
      label: "Dropout",
      help: "Share of numbers set to zero in embeddings and between layers while training, never while decoding.",
    },
    batchSize: { label: "Batch size", help: "Pairs seen before each update of the weights." },
    learningRate: {
      label: "Learning rate",
      help: "How far one update of Adam moves the weights.",
    },
    clipNorm: { label: "Gradient clip", help: "A longer gradient is shortened to this length." },
    forcing: {
      label: "P(feed truth)",
      help: "Teacher forcing: how often training feeds the right token to the next step instead of the model’s own.",
    },
    schedule: {
      label: "Schedule",
      options: {
        constant: { label: "Constant", help: "P stays what it is." },
        linear: { label: "Linear", help: "P falls by the same amount at every training step." },
        exponential: {
          label: "Exponential",
          help: "P falls by the same factor at every training step.",
        },
        inverseSigmoid: {
          label: "Inverse sigmoid",
          help: "P stays high at first, then falls, then levels out (all three: Bengio et al. 2015).",
        },
      },
    },
    halfLife: {
      label: "Half-life N",
      help: "Training steps until P has halved, unless the floor comes first.",
    },
    forcingFloor: {
      label: "Floor ε",
      help: "The schedule falls no lower than this. A floor at P or above keeps P as it is.",
    },
    coin: {
      label: "Coin",
      options: {
        token: {
          label: "Per token",
          help: "Every token of every pair has a coin of its own, as in Bengio et al. 2015.",
        },
        step: { label: "Per step", help: "One coin per decoder step for the whole batch." },
        sequence: {
          label: "Per sequence",
          help: "One coin per pair: all truth, or all the model’s own.",
        },
      },
    },
    targetMatch: {
      label: "Stop at exact match",
      help: "Training stops at this share of held-out examples.",
    },
    maxSteps: { label: "Most training steps", help: "Training stops here at the latest." },
    seed: { label: "Seed", help: "Same seed, same run: weights, data and coins." },
  },
} as const satisfies SettingTexts;
