/**
 * Every setting in one table: range, default and name in the URL. Controls, validation and URLs are derived from it.
 * Labels and explanations are texts in i18n under `setup.fields.<name>`.
 */
import { choice, type Field, initialValues, number, type ValuesOf } from "./field";

/** "fresh": a change needs a fresh model. "live": it applies to the current run. */
type Effect = "fresh" | "live";

const fresh = <T extends Field>(field: T): T & { readonly effect: Effect } => ({
  ...field,
  effect: "fresh",
});
const live = <T extends Field>(field: T): T & { readonly effect: Effect } => ({
  ...field,
  effect: "live",
});

export const FIELDS = {
  task: fresh(
    choice(
      "task",
      [
        "reverse",
        "copy",
        "sort",
        "dates",
        "numberWords",
        "numberWordsKorean",
        "hangulLetters",
        "hangulSounds",
        "pigLatin",
        "englishFrench",
        "englishKorean",
        "pairs",
      ],
      "reverse",
    ),
  ),
  // the task's difficulty; tasks/facts.ts holds what each task offers
  shortest: fresh(number("shortest", [1, 20, 1], 3)),
  longest: fresh(number("longest", [1, 20, 1], 8)),
  symbols: fresh(number("symbols", [4, 52, 1], 26)),

  // the model
  network: fresh(choice("network", ["recurrent", "transformer"], "recurrent")),
  heads: fresh(choice("heads", ["1", "2", "4"], "2")), // of the Transformer
  positions: fresh(choice("positions", ["sinusoidal", "learned"], "sinusoidal")), // of the Transformer
  cell: fresh(choice("cell", ["rnn", "gru", "lstm"], "gru")),
  layers: fresh(number("layers", [1, 2, 1], 1)), // of the encoder
  decoderLayers: fresh(choice("decoder", ["same", "one"], "same")), // "same": as many as the encoder
  direction: fresh(choice("direction", ["unidirectional", "bidirectional"], "unidirectional")), // of the encoder
  sourceOrder: fresh(choice("order", ["forward", "reversed"], "forward")),
  tokenInput: fresh(choice("input", ["learned", "onehot"], "learned")),
  attention: fresh(
    choice("attention", ["none", "additive", "concat", "dot", "general", "diagonal"], "additive"),
  ),
  timing: fresh(choice("timing", ["bahdanau", "luong"], "bahdanau")),
  inputFeeding: fresh(choice("feeding", ["off", "on"], "off")),
  hiddenSize: fresh(number("hidden", [2, 512, 1], 64)),
  embeddingSize: fresh(number("embedding", [2, 256, 1], 16)),

  // the training
  dropout: live(number("dropout", [0, 0.8, 0.05], 0)),
  batchSize: fresh(number("batch", [8, 128, 8], 64)),
  learningRate: live(number("rate", [0.0001, 0.05, 0.0001], 0.006)),
  clipNorm: live(number("clip", [0.1, 10, 0.1], 1)),
  forcing: live(number("forcing", [0, 1, 0.05], 1)), // P(feed truth) when training begins
  schedule: live(
    choice("schedule", ["constant", "linear", "exponential", "inverseSigmoid"], "constant"),
  ),
  halfLife: live(number("half", [10, 5000, 10], 300)), // steps after which a schedule has halved P
  forcingFloor: live(number("floor", [0, 1, 0.05], 0)), // a schedule stops falling here
  coin: live(choice("coin", ["token", "step", "sequence"], "token")),
  targetMatch: live(number("target", [0.5, 1, 0.01], 0.99)),
  maxSteps: live(number("steps", [50, 20000, 50], 1000)),
  patience: live(number("patience", [0, 5000, 50], 500)), // updates without a better evaluation; 0: without end
  seed: fresh(number("seed", [1, 999999, 1], 1)), // from 1, because some generators treat 0 as "no seed"
} as const;

export type FieldName = keyof typeof FIELDS;

export type Config = ValuesOf<typeof FIELDS>;

export type NetworkKind = Config["network"];
export type AttentionKind = Config["attention"];
export type CellKind = Config["cell"];
export type CoinKind = Config["coin"];

export const FIELD_NAMES = Object.keys(FIELDS) as FieldName[];

export const DEFAULT_CONFIG: Config = initialValues(FIELDS);

/** Whether a change from one config to the other needs a fresh model. */
export function needsFreshModel(from: Config, to: Config): boolean {
  return FIELD_NAMES.some((name) => FIELDS[name].effect === "fresh" && from[name] !== to[name]);
}

/** The run's settings with the live fields of `wanted`. */
export function withLiveFields(run: Config, wanted: Config): Config {
  const names = FIELD_NAMES.filter((name) => FIELDS[name].effect === "live");
  return { ...run, ...Object.fromEntries(names.map((name) => [name, wanted[name]])) };
}
