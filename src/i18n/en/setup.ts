/** English: the settings, each with one sentence on what it does. */
import type { SettingTexts } from "../requiredTexts";
import { settingFields } from "./settingFields";

export const setup = {
  title: "Set-up",
  rule: "Changing a setting starts another model. A setting marked “at once” changes the current model instead.",
  freshDone: "A new model was started. Its weights are random.",
  bakedDone: "You now see a model trained beforehand with these settings.",
  /** `differences`: one or more of `bakedDifference`, separated by commas. */
  bakedOther:
    "You now see a model trained beforehand, but with other settings than yours: {{differences}}.",
  bakedDifference: "{{label}} {{baked}} (yours: {{wanted}})",
  locked: {
    why: "A teacher has locked the settings in this link. You can look at them. Files with another model or other pairs cannot be opened here. Undo, lessons and other links still work.",
    tag: "locked",
  },
  live: "at once",
  range: "{{min}}\u00a0to\u00a0{{max}}, default\u00a0{{initial}}.",
  toDefault: "{{field}}: back to {{value}}",
  allDefaults: "Set all settings to their defaults",
  notANumber: "This is not a number.",
  outOfRange: "Choose a number from {{min}} to {{max}}.",
  equation: "Equation",
  /** For screen readers: a part of a setting, such as its equation. */
  partOf: "{{part}}: {{field}}",
  tabsLabel: "Settings",
  tabs: { model: "Model", data: "Data", training: "Training" },
  /** The ways to the networks that only read or only write. */
  halves: {
    label: "One half of the network",
    classifier: "Names to languages (reading alone)",
    generator: "Names letter by letter (writing alone)",
  },
  chips: {
    data: "Change the task",
    model: "Change the model",
    attends: "{{cell}} {{size}} · {{attention}} · {{timing}}",
    plain: "{{cell}} {{size}} · {{attention}}",
    heads_one: "{{network}} {{size}} · {{count}} head",
    heads_other: "{{network}} {{size}} · {{count}} heads",
    attention: {
      none: "no attention",
      dot: "dot",
      general: "general",
      diagonal: "diagonal",
      additive: "additive",
      concat: "concat",
    },
    timing: { bahdanau: "Bahdanau", luong: "Luong" },
  },
  groups: {
    difficulty: {
      title: "Difficulty",
      brief: "Length {{shortest}} to {{longest}} · {{known}}",
      /** Tasks that offer only the lengths, or no difficulty. */
      lengths: "Length {{shortest}} to {{longest}}",
      fixed: "fixed",
    },
    cells: { title: "Cells and layers", brief: "{{cell}} · {{layers}}\u00a0×\u00a0{{hiddenSize}}" },
    reading: { title: "Source and tokens", brief: "{{direction}} · {{tokenInput}}" },
    forcing: { title: "Teacher forcing", brief: "P\u00a0=\u00a0{{forcing}} · {{schedule}}" },
    updates: { title: "Updates", brief: "{{learningRate}} · batch {{batchSize}}" },
    ending: { title: "Stop and seed", brief: "{{maxSteps}} updates · seed {{seed}}" },
  },
  /** A disabled option with a short reason. */
  blocked: {
    keysTooWide: "{{option}} (one-way encoder only)",
    needsEqualSizes: "{{option}} (not with this attention)",
    unevenHeads: "{{option}} (not with this size)",
  },
  /** Why options are disabled. */
  obstacles: {
    keysTooWide:
      "{{options}}: this encoder reads both ways, so its states have 2H numbers and the decoder’s have H. Choose One way, or General.",
    needsEqualSizes:
      "{{options}}: its states have 2H numbers. The chosen attention needs H. First choose another attention, for example General.",
    unevenHeads:
      "{{options}}: the heads share the hidden size evenly, and this size cannot be divided so.",
  },
  /** Why a setting has no effect now. */
  idle: {
    otherNetwork: "No effect on this kind of network.",
    noAttention:
      "No effect without attention, because the decoder does not look back at the source.",
    bahdanauTiming:
      "No effect in Bahdanau timing. Only Luong timing has a combined state to feed back.",
    oneLayer: "No effect while the encoder has one layer. The decoder then has one, too.",
    onehot: "No effect on one-hot tokens. They are as long as the vocabulary.",
    nothingToDrop: "No effect here. Dropout acts on embeddings and between layers.",
    constant: "No effect while the schedule is constant.",
    floorHolds: "No effect. The floor is not below P, so P does not fall.",
    alwaysTruth: "No effect while P is 1. The truth is always fed, so there is nothing to choose.",
    alwaysModel: "No effect while P is 0. The model’s own output is always fed.",
    fixed: "This task has only one difficulty.",
    ownPairs: "Your own pairs have no difficulty setting.",
    endlessPairs:
      "No effect on this task. It draws new pairs at every update, so the model cannot learn them by heart.",
  },
  /** The units of a length and a symbol in each task, the name of the number of symbols, and how many a model knows. */
  units: {
    reverse: {
      lengths: "letters",
      symbols: "letters of the alphabet",
      count: "Letters of the alphabet",
      known: "{{count}} letters of the alphabet",
    },
    copy: {
      lengths: "letters",
      symbols: "letters of the alphabet",
      count: "Letters of the alphabet",
      known: "{{count}} letters of the alphabet",
    },
    sort: {
      lengths: "letters",
      symbols: "letters of the alphabet",
      count: "Letters of the alphabet",
      known: "{{count}} letters of the alphabet",
    },
    pigLatin: {
      lengths: "letters",
      symbols: "letters of the alphabet",
      count: "Letters of the alphabet",
      known: "{{count}} letters of the alphabet",
    },
    dates: {
      lengths: "parts of a date",
      symbols: "spellings of dates",
      count: "Spellings of dates",
      known: "{{count}} spellings of dates",
    },
    numberWords: {
      lengths: "digits",
      symbols: "number words",
      count: "Number words",
      known: "{{count}} number words",
    },
    numberWordsKorean: {
      lengths: "digits",
      symbols: "number syllables",
      count: "Number syllables",
      known: "{{count}} number syllables",
    },
    hangulLetters: {
      lengths: "syllables",
      symbols: "jamo, the basic ones first,",
      count: "Jamo",
      known: "{{count}} jamo",
    },
    hangulSounds: {
      lengths: "syllables",
      symbols: "jamo, the basic ones first,",
      count: "Jamo",
      known: "{{count}} jamo",
    },
    englishFrench: {
      lengths: "words",
      symbols: "nouns (and verbs and adjectives each)",
      count: "Words of each kind",
      known: "{{count}} nouns, and as many verbs and adjectives",
    },
    englishKorean: {
      lengths: "words",
      symbols: "nouns (and verbs and adjectives each)",
      count: "Words of each kind",
      known: "{{count}} nouns, and as many verbs and adjectives",
    },
  },
  preset: {
    label: "Preset",
    custom: { label: "Custom", help: "Your own combination of settings." },
    sets: "What it sets",
    options: {
      default: {
        label: "Default",
        help: "A small version of the decoder of Bahdanau et al. 2015. The encoder reads one way.",
      },
      plainSeq2seq: {
        label: "Plain seq2seq",
        help: "No attention, as in Sutskever et al. 2014. One state per layer carries the whole source. Two layers with dropout.",
      },
      bahdanauTutorial: {
        label: "Bahdanau, PyTorch tutorial",
        help: "As in PyTorch’s seq2seq tutorial, after Bahdanau et al. 2015: additive score, attention before the cell, dropout 0.1.",
      },
      luongDot: {
        label: "Luong, dot",
        help: "Luong et al. 2015: LSTM, attention after the cell. The score is a dot product.",
      },
      luongGeneral: {
        label: "Luong, general",
        help: "Luong et al. 2015: the score has a learned matrix between the two states.",
      },
      luongConcat: {
        label: "Luong, concat",
        help: "Luong et al. 2015: the score is a small network. It is the additive score, written in another way.",
      },
      transformer: {
        label: "Small Transformer",
        help: "Vaswani et al. 2017 in a small size: two heads, sine and cosine for positions. Unlike there, the norms stand before each part (pre-norm). Its learning rate begins at 0.002.",
      },
      boostcampLab: {
        label: "Course lab, no attention",
        help: "Two-layer bidirectional GRU before a decoder of one layer, without attention, from a course lab. A random choice at each decoder step feeds the truth with probability P. The lab’s own code had the comparison reversed: there a larger P fed the truth less often.",
      },
    },
  },
  model: {
    title: "Parameters and shapes",
    size: "{{parameters}} parameters",
    unknown: "–",
    vocabulary: "Vocabulary: {{source}} source tokens, {{target}} target tokens.",
    activations: "Activations",
    activationsNote:
      "B: pairs in a batch. S: source tokens with <eos>. H: units per direction. E: embedding size. L: layers. V: target vocabulary. Vₓ: source vocabulary.",
    parameters: "Parameters",
    parametersNote: "Names and shapes are PyTorch’s. A matrix is [out, in].",
    tensor: "Tensor",
    shape: "Shape",
    numbers: "Numbers",
    names: {
      sourceIds: "source, as ids",
      sourceTokens: "source, as vectors",
      encoderStates: "encoder states: keys and values",
      finalState: "last encoder state",
      decoderState: "decoder state",
      cellInput: "decoder input, one step",
      query: "query",
      weights: "scores and weights",
      context: "context",
      attentional: "combined state (attentional state)",
      logits: "logits, one step",
    },
  },
  schedulePlot: {
    label:
      "P(feed truth) during training: {{start}} at the start, {{middle}} at update {{half}}, {{end}} at update {{steps}}.",
    step: "update {{steps}}",
  },
  fields: settingFields,
} as const satisfies SettingTexts;
