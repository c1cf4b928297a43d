/** Settings that exclude each other, and settings without effect beside others. The page shows both before a choice. */
import { type AttentionKind, type Config, FIELDS, type NetworkKind } from "./config";
import { SCORE_PARAMETERS } from "../scores/parameters";
import { offeredFor } from "../tasks/difficulty";
import { hasAttentionalState, headsOf, isBidirectional } from "./modelShape";

/** Why an option cannot be chosen; the sentence lives in i18n under `setup.obstacles.<reason>`. */
export type Obstacle =
  | "keysTooWide" // the score is elementwise: query and key must have the same size
  | "needsEqualSizes" // the same conflict, for the encoder's direction
  | "unevenHeads"; // the heads share H numbers evenly

/** Whether the score function needs query and key of the same size. */
function needsEqualSizes(attention: AttentionKind): boolean {
  return attention !== "none" && SCORE_PARAMETERS[attention].needsEqualSizes;
}

/** Why an option is impossible beside the other settings, or null where it is possible. */
export function obstacleTo<K extends "attention" | "direction" | "heads">(
  config: Config,
  name: K,
  option: Config[K],
): Obstacle | null {
  const wanted: Config = { ...config, [name]: option };
  if (name === "heads") return sharesEvenly(wanted) ? null : "unevenHeads";
  if (config.network !== "recurrent") return null;
  const isPossible = !isBidirectional(wanted) || !needsEqualSizes(wanted.attention);
  if (isPossible) return null;
  return name === "attention" ? "keysTooWide" : "needsEqualSizes";
}

/** Whether every head of a Transformer gets equally many of its H numbers; other networks have no heads. */
function sharesEvenly(config: Config): boolean {
  return config.network !== "transformer" || config.hiddenSize % headsOf(config) === 0;
}

/** A setting that has no effect beside the others; the sentence lives in i18n under `setup.idle.<reason>`. */
export type Idleness =
  | "otherNetwork" // it belongs to another kind of network
  | "noAttention" // timing and input feeding belong to attention
  | "bahdanauTiming" // only Luong's h~ can be fed
  | "oneLayer" // the encoder has one layer, so the decoder has one
  | "onehot" // there is no embedding
  | "nothingToDrop" // one-hot input and one layer: dropout acts nowhere
  | "constant" // half-life and floor belong to a schedule
  | "floorHolds" // a floor at P or above keeps a schedule from falling
  | "alwaysTruth" // the coin always chooses the truth
  | "alwaysModel" // the coin always chooses the model
  | "fixed" // the task has one difficulty
  | "ownPairs" // a user's own pairs have no difficulty
  | "endlessPairs"; // a task that draws new pairs at every update is not learned by heart

type Rule = (config: Config) => Idleness | null;

/** A task whose bounds are equal has a fixed difficulty. */
function difficultyRule(kind: "lengths" | "symbols"): Rule {
  return ({ task }) => {
    const offered = offeredFor(task);
    if (!offered) return "ownPairs";
    const { min, max } = offered.bounds[kind];
    return min === max ? "fixed" : null;
  };
}

/** Whether a token's vector is a learned embedding, on which dropout acts. */
const LEARNS_EMBEDDING: Readonly<Record<Config["tokenInput"], boolean>> = {
  learned: true,
  onehot: false,
};

/** Whether P(feed truth) falls as training goes on. */
const FALLS: Readonly<Record<Config["schedule"], boolean>> = {
  constant: false,
  linear: true,
  exponential: true,
  inverseSigmoid: true,
};

const RULES: Partial<Record<keyof Config, Rule>> = {
  shortest: difficultyRule("lengths"),
  longest: difficultyRule("lengths"),
  symbols: difficultyRule("symbols"),
  timing: ({ attention }) => (attention === "none" ? "noAttention" : null),
  inputFeeding: (config) => {
    if (config.attention === "none") return "noAttention";
    return hasAttentionalState(config) ? null : "bahdanauTiming";
  },
  decoderLayers: ({ layers }) => (layers === 1 ? "oneLayer" : null),
  embeddingSize: ({ tokenInput }) => (LEARNS_EMBEDDING[tokenInput] ? null : "onehot"),
  dropout: ({ network, tokenInput, layers }) =>
    network === "recurrent" && !LEARNS_EMBEDDING[tokenInput] && layers === 1
      ? "nothingToDrop"
      : null,
  halfLife: ({ schedule, forcing, forcingFloor }) => {
    if (!FALLS[schedule]) return "constant";
    if (forcing === 0) return "alwaysModel";
    return forcingFloor >= forcing ? "floorHolds" : null;
  },
  // A floor above P has an effect: P stays constant.
  forcingFloor: ({ schedule, forcing }) => {
    if (!FALLS[schedule]) return "constant";
    return forcing === 0 ? "alwaysModel" : null;
  },
  coin: ({ forcing, schedule, forcingFloor }) => {
    if (forcing === 0) return "alwaysModel";
    const stays = !FALLS[schedule] || forcingFloor >= forcing;
    return forcing === 1 && stays ? "alwaysTruth" : null;
  },
  patience: ({ task }) => (task === "pairs" ? null : "endlessPairs"),
};

/** The settings of the model that only some kinds of network read; every kind reads the others. */
const OWNERS: Partial<Record<keyof Config, NetworkKind>> = {
  cell: "recurrent",
  decoderLayers: "recurrent",
  direction: "recurrent",
  tokenInput: "recurrent",
  attention: "recurrent",
  timing: "recurrent",
  inputFeeding: "recurrent",
  embeddingSize: "recurrent",
  heads: "transformer",
  positions: "transformer",
};

/** Whether a setting belongs to another kind of network than the one chosen. */
export function isOfOtherNetwork({ network }: Config, name: keyof Config): boolean {
  const owner = OWNERS[name];
  return owner !== undefined && owner !== network;
}

/** Why a setting has no effect beside the others, or null where it has one. */
export function idleness(config: Config, name: keyof Config): Idleness | null {
  if (isOfOtherNetwork(config, name)) return "otherNetwork";
  return RULES[name]?.(config) ?? null;
}

/**
 * The nearest possible set-up: the general score replaces one that the encoder's direction excludes, and as many heads
 * as share the states evenly replace a number that does not.
 * For set-ups that do not come from the controls, such as an edited link or a file.
 */
export function settle(config: Config): Config {
  if (obstacleTo(config, "attention", config.attention)) return { ...config, attention: "general" };
  if (obstacleTo(config, "heads", config.heads) === null) return config;
  const heads = FIELDS.heads.options.findLast((option) => !obstacleTo(config, "heads", option));
  return { ...config, heads: heads ?? "1" };
}
