/** The settings of the set-up by the kind of their control, and their groups. */
import { type Config, DEFAULT_CONFIG, FIELDS, type FieldName } from "../../engine/setup/config";
import { offeredFor, withTask } from "../../engine/tasks/difficulty";
import type { Format } from "../primitives/useFormat";

type NamesOf<Kind extends string> = {
  [K in FieldName]: (typeof FIELDS)[K] extends { readonly kind: Kind } ? K : never;
}[FieldName];

/** Settings beside the player instead. */
type PlayerName = "decoding" | "beamWidth" | "temperature" | "sampleSeed";

export type ChoiceName = Exclude<NamesOf<"choice">, PlayerName>;
export type NumberName = Exclude<NamesOf<"number">, PlayerName>;
export type SettingName = ChoiceName | NumberName;

/** The less used settings by subject: first the model, then its training. */
export const GROUPS = {
  difficulty: ["shortest", "longest", "symbols"],
  cells: ["cell", "layers", "decoderLayers", "hiddenSize", "inputFeeding"],
  reading: ["direction", "sourceOrder", "tokenInput", "embeddingSize"],
  forcing: ["forcing", "schedule", "halfLife", "forcingFloor", "coin"],
  updates: ["learningRate", "batchSize", "clipNorm", "dropout"],
  ending: ["targetMatch", "maxSteps", "patience", "seed"],
} as const satisfies Readonly<Record<string, readonly SettingName[]>>;

export type GroupName = keyof typeof GROUPS;
export type GroupedName = (typeof GROUPS)[GroupName][number];

export function isChoice(name: SettingName): name is ChoiceName {
  return FIELDS[name].kind === "choice";
}

export type DifficultyName = (typeof GROUPS.difficulty)[number];

export function isDifficulty(name: SettingName): name is DifficultyName {
  return (GROUPS.difficulty as readonly SettingName[]).includes(name);
}

/** The default of a setting; the task decides its first difficulty. */
export function initialOf(config: Config, name: SettingName): Config[SettingName] {
  return withTask(DEFAULT_CONFIG, config.task)[name];
}

interface Range {
  readonly min: number;
  readonly max: number;
}

/** The present range of a number: the shortest source is never longer than the longest. */
export function rangeOf(config: Config, name: NumberName): Range {
  const offered = offeredFor(config.task)?.bounds;
  if (!offered || !isDifficulty(name)) return FIELDS[name];
  const { lengths, symbols } = offered;
  switch (name) {
    case "shortest":
      return { min: lengths.min, max: config.longest };
    case "longest":
      return { min: config.shortest, max: lengths.max };
    case "symbols":
      return symbols;
    default:
      return name satisfies never;
  }
}

/** Texts of a choice's options, by option. */
export type OptionTexts = Readonly<
  Record<string, { readonly label: string; readonly help: string }>
>;

const DECIMALS = 4; // as many as the finest step has

/** The text of a number in the set-up. */
export function writeNumber(format: Format, value: number): string {
  return format.number(value, DECIMALS);
}
