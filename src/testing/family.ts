/** Every member of the family of models, for tests. */
import { type Config, DEFAULT_CONFIG, FIELDS } from "../engine/setup/config";
import { idleness, obstacleTo } from "../engine/setup/conflicts";
import { decoderLayersOf, modelShape, type ModelShape } from "../engine/setup/modelShape";

const SWITCHES = {
  cell: FIELDS.cell.options,
  layers: [1, 2],
  direction: FIELDS.direction.options,
  tokenInput: FIELDS.tokenInput.options,
  attention: FIELDS.attention.options,
  timing: FIELDS.timing.options,
  inputFeeding: FIELDS.inputFeeding.options,
} as const;

type Switch = keyof typeof SWITCHES;

/** Whether the combination is possible; a switch without effect must have its first option, to avoid duplicates. */
function isMember(config: Config): boolean {
  if (obstacleTo(config, "attention", config.attention)) return false;
  return (["timing", "inputFeeding"] as const).every(
    (name) => idleness(config, name) === null || config[name] === FIELDS[name].initial,
  );
}

/** A decoder of one layer after an encoder of two: each cell, in each direction, with another look. */
const SHALLOW: readonly Partial<Config>[] = [
  { cell: "rnn", attention: "none" },
  { cell: "rnn", attention: "none", direction: "bidirectional" },
  { cell: "gru", attention: "additive" },
  { cell: "gru", attention: "none", direction: "bidirectional" },
  { cell: "lstm", attention: "none" },
  { cell: "lstm", attention: "general", direction: "bidirectional", timing: "luong", inputFeeding: "on" }, // prettier-ignore
];

/**
 * Set-ups of all members: cells x layers x directions x inputs x scores x timings x input feeding, if valid, and some
 * whose decoder has fewer layers than the encoder.
 */
export function familyConfigs(): Config[] {
  let configs: Config[] = [DEFAULT_CONFIG];
  for (const name of Object.keys(SWITCHES) as Switch[])
    configs = configs.flatMap((config) =>
      SWITCHES[name].map((option) => ({ ...config, [name]: option })),
    );
  const shallow = SHALLOW.map((change): Config => ({ ...DEFAULT_CONFIG, layers: 2, decoderLayers: "one", ...change })); // prettier-ignore
  return [...configs.filter(isMember), ...shallow];
}

/** A member's name, made of its options. */
export function memberName(shape: ModelShape): string {
  const { cell, direction, tokenInput, attention, timing, inputFeeding } = shape;
  const decoder = decoderLayersOf(shape);
  const layers = decoder < shape.layers ? `${shape.layers}-to-${decoder}` : shape.layers;
  const timings = attention === "none" ? [] : [timing];
  const fed = inputFeeding === "on" ? ["feeding"] : [];
  const input = tokenInput === "onehot" ? ["onehot"] : [];
  return [cell, `${layers}-layer`, direction, attention, ...timings, ...fed, ...input].join(" ");
}

/** Small shapes of all members, with vocabularies of seven tokens. */
export function familyShapes(hiddenSize: number, embeddingSize: number): ModelShape[] {
  return familyConfigs().map((config) =>
    modelShape({ ...config, hiddenSize, embeddingSize }, 7, 7),
  );
}

/**
 * Every n-th of the members from one of the first n on: a part of the family where a test of another part, another kind or
 * another backend covers the rest.
 */
export function everyNth<T>(members: readonly T[], n: number, from: number): readonly T[] {
  return members.filter((_, i) => i % n === from % n);
}
