/** Every member of the family of models, for tests. */
import { type Config, DEFAULT_CONFIG, FIELDS } from "../engine/setup/config";
import { idleness, obstacleTo } from "../engine/setup/conflicts";
import { modelShape, type ModelShape } from "../engine/setup/modelShape";

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

/** Set-ups of all members: cells x layers x directions x inputs x scores x timings x input feeding, if valid. */
export function familyConfigs(): Config[] {
  let configs: Config[] = [DEFAULT_CONFIG];
  for (const name of Object.keys(SWITCHES) as Switch[])
    configs = configs.flatMap((config) =>
      SWITCHES[name].map((option) => ({ ...config, [name]: option })),
    );
  return configs.filter(isMember);
}

/** A member's name, made of its options. */
export function memberName(shape: ModelShape): string {
  const { cell, layers, direction, tokenInput, attention, timing, inputFeeding } = shape;
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
