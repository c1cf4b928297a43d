/** Named models from the course notes and papers, as settings. */
import { type Config, DEFAULT_CONFIG, type FieldName } from "./config";
import { idleness } from "./conflicts";
import { withNetwork } from "./usualRate";

/** The fields that a preset sets; task, sizes, training and seed stay as the student chose them. */
export const PRESET_FIELDS = [
  "network",
  "heads",
  "positions",
  "cell",
  "layers",
  "decoderLayers",
  "direction",
  "sourceOrder",
  "tokenInput",
  "attention",
  "timing",
  "inputFeeding",
  "dropout",
  "forcing",
  "schedule",
  "coin",
] as const satisfies readonly FieldName[];

type PresetSettings = Pick<Config, (typeof PRESET_FIELDS)[number]>;

const plain = Object.fromEntries(
  PRESET_FIELDS.map((name) => [name, DEFAULT_CONFIG[name]]),
) as PresetSettings;

/** The default is the Bahdanau decoder without the tutorial's dropout. */
const PRESETS = {
  default: plain,
  /** Source 003: GRU of two layers, dropout one half, teacher forcing; the decoder has only the encoder's last state. */
  plainSeq2seq: { ...plain, attention: "none", layers: 2, dropout: 0.5 },
  /** Sources 000 and 002, after the PyTorch tutorial: additive score, context joins the input, dropout 0.1. */
  bahdanauTutorial: { ...plain, dropout: 0.1 },
  /** Source 001: LSTM, the new state is the query (Luong et al. 2015, eq. 5 and 8). */
  luongDot: { ...plain, cell: "lstm", attention: "dot", timing: "luong" },
  luongGeneral: { ...plain, cell: "lstm", attention: "general", timing: "luong" },
  luongConcat: { ...plain, cell: "lstm", attention: "concat", timing: "luong" },
  /** Source 001, lab: GRU of two layers in two directions before a decoder of one, no attention, one coin per step. */
  boostcampLab: {
    ...plain,
    attention: "none",
    layers: 2,
    decoderLayers: "one",
    direction: "bidirectional",
    dropout: 0.1,
    forcing: 0.5,
    coin: "step",
  },
  /** Source 004: no recurrence (Vaswani et al. 2017), with the norms before each part (Xiong et al. 2020). */
  transformer: { ...plain, network: "transformer" },
} as const satisfies Record<string, PresetSettings>;

export type PresetName = keyof typeof PRESETS;

export const PRESET_NAMES = Object.keys(PRESETS) as PresetName[];

/** The set-up with a preset's model, and the learning rate that its kind of network needs. */
export function withPreset(config: Config, name: PresetName): Config {
  const preset = PRESETS[name];
  return { ...withNetwork(config, preset.network), ...preset };
}

/** The preset that a set-up matches, or null. Settings without effect are ignored. */
export function presetOf(config: Config): PresetName | null {
  const fits = (name: PresetName): boolean =>
    PRESET_FIELDS.every(
      (field) => PRESETS[name][field] === config[field] || idleness(config, field) !== null,
    );
  return PRESET_NAMES.find(fits) ?? null;
}
