/**
 * Every setting in one table: range, default and name in the URL. Control, validation, link and documentation read it.
 * Labels and explanations are texts and live in i18n under `setup.fields.<name>`.
 */

interface Choice<T extends string> {
  readonly kind: "choice";
  readonly options: readonly T[];
  readonly initial: T;
  readonly url: string;
  readonly effect: Effect;
}

interface NumberRange {
  readonly kind: "number";
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly initial: number;
  readonly url: string;
  readonly effect: Effect;
}

/** "fresh": the change needs a fresh model. "live": it applies to the run as it goes. "shown": to the decode on the stage. */
type Effect = "fresh" | "live" | "shown";

export type Field = Choice<string> | NumberRange;

function choice<const T extends string>(
  url: string,
  options: readonly T[],
  initial: T,
  effect: Effect = "fresh",
): Choice<T> {
  return { kind: "choice", options, initial, url, effect };
}

type Range = readonly [min: number, max: number, step: number];

function number(
  url: string,
  [min, max, step]: Range,
  initial: number,
  effect: Effect,
): NumberRange {
  return { kind: "number", min, max, step, initial, url, effect };
}

export const FIELDS = {
  task: choice(
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
  // how hard it is: what a task offers of these is in tasks/facts.ts
  shortest: number("shortest", [1, 20, 1], 3, "fresh"),
  longest: number("longest", [1, 20, 1], 8, "fresh"),
  symbols: number("symbols", [4, 40, 1], 26, "fresh"),

  // the model
  cell: choice("cell", ["rnn", "gru", "lstm"], "gru"),
  layers: number("layers", [1, 2, 1], 1, "fresh"), // of the encoder and of the decoder
  direction: choice("direction", ["unidirectional", "bidirectional"], "unidirectional"), // of the encoder
  sourceOrder: choice("order", ["forward", "reversed"], "forward"),
  tokenInput: choice("input", ["learned", "onehot"], "learned"),
  attention: choice(
    "attention",
    ["none", "additive", "concat", "dot", "general", "diagonal"],
    "additive",
  ),
  timing: choice("timing", ["bahdanau", "luong"], "bahdanau"),
  inputFeeding: choice("feeding", ["off", "on"], "off"),
  hiddenSize: number("hidden", [8, 256, 8], 64, "fresh"),
  embeddingSize: number("embedding", [4, 128, 4], 16, "fresh"),

  // its training
  dropout: number("dropout", [0, 0.8, 0.05], 0, "live"),
  batchSize: number("batch", [8, 128, 8], 64, "fresh"),
  learningRate: number("rate", [0.0001, 0.05, 0.0001], 0.006, "live"),
  clipNorm: number("clip", [0.1, 10, 0.1], 1, "live"),
  forcing: number("forcing", [0, 1, 0.05], 1, "live"), // P(feed truth) when training begins
  schedule: choice(
    "schedule",
    ["constant", "linear", "exponential", "inverseSigmoid"],
    "constant",
    "live",
  ),
  halfLife: number("half", [10, 5000, 10], 300, "live"), // steps until a schedule has halved P
  forcingFloor: number("floor", [0, 1, 0.05], 0, "live"), // a schedule stops falling here
  coin: choice("coin", ["token", "step", "sequence"], "token", "live"),
  targetMatch: number("target", [0.5, 1, 0.01], 0.99, "live"),
  maxSteps: number("steps", [50, 20000, 50], 1000, "live"),
  seed: number("seed", [1, 999999, 1], 1, "fresh"), // 0 means "no seed" to some generators

  // the decode on the stage
  decoding: choice("decoding", ["greedy", "beam", "sampling"], "greedy", "shown"),
  beamWidth: number("beam", [1, 8, 1], 3, "shown"),
  temperature: number("temperature", [0.1, 3, 0.1], 1, "shown"),
  sampleSeed: number("sample", [1, 9999, 1], 1, "shown"),
} as const;

export type FieldName = keyof typeof FIELDS;

export type Config = {
  readonly [K in FieldName]: (typeof FIELDS)[K] extends Choice<infer T> ? T : number;
};

export type AttentionKind = Config["attention"];
export type CellKind = Config["cell"];
export type CoinKind = Config["coin"];

export const FIELD_NAMES = Object.keys(FIELDS) as FieldName[];

export const DEFAULT_CONFIG = Object.fromEntries(
  FIELD_NAMES.map((name) => [name, FIELDS[name].initial]),
) as Config;

/**
 * The value of a field from untrusted text, or null where it is not one of the choices or not a number.
 * Numbers are clamped to the range and rounded to the field's step.
 */
export function parseField(field: Field, text: string): string | number | null {
  if (field.kind === "choice") return field.options.includes(text) ? text : null;
  const value = Number(text);
  if (text.trim() === "" || !Number.isFinite(value)) return null;
  const clamped = Math.min(field.max, Math.max(field.min, value));
  const steps = Math.round((clamped - field.min) / field.step);
  return Math.min(field.max, Number((field.min + steps * field.step).toFixed(6)));
}

/** Whether going from one config to the other needs a fresh model. */
export function needsFreshModel(from: Config, to: Config): boolean {
  return FIELD_NAMES.some((name) => FIELDS[name].effect === "fresh" && from[name] !== to[name]);
}

/** A run's settings with another's fields that need no fresh model: what "at once" changes of a run, and no more. */
export function withLiveFields(run: Config, wanted: Config): Config {
  const live = FIELD_NAMES.filter((name) => FIELDS[name].effect !== "fresh");
  return { ...run, ...Object.fromEntries(live.map((name) => [name, wanted[name]])) };
}

/** Whether two set-ups decode the example on the stage in different ways. */
export function decodesOtherwise(from: Config, to: Config): boolean {
  return FIELD_NAMES.some((name) => FIELDS[name].effect === "shown" && from[name] !== to[name]);
}
