/**
 * A complete model as a safetensors file: its parameters, and in the metadata what training needs to continue.
 *
 *   format             "seq2seq-lab 1"
 *   config             a JSON object with every field of FIELDS
 *   source_vocabulary  a JSON array of token texts by id, the special tokens first
 *   target_vocabulary  the same for the target
 *   example            optional: a JSON array with the tokens of a source, to show where the pairs are not open
 *   steps              training steps behind the parameters, in decimal
 */
import { readCheckpoint, writeCheckpoint } from "./checkpoint";
import { settleDifficulty } from "../tasks/difficulty";
import { type Config, FIELD_NAMES, FIELDS } from "../setup/config";
import { type Field, parseField } from "../setup/field";
import { obstacleTo } from "../setup/conflicts";
import { ModelFileError, quote } from "./modelProblem";
import { modelShape } from "../setup/modelShape";
import { openSafetensors, type Precision, writeSafetensors } from "./safetensors";
import { countKeys, parseEntries } from "./strictJson";
import { SPECIAL_TOKENS } from "../text/tokens";

const FORMAT = "seq2seq-lab 1";
/** Settings in files of earlier versions that no longer belong to a model; they are ignored. */
const RETIRED: readonly string[] = ["decoding", "beamWidth", "temperature", "sampleSeed"];
/** Settings that files of earlier versions lack, with the value that their models have. */
export const ADDED: Readonly<Partial<Config>> = {
  network: "recurrent",
  heads: "2",
  positions: "sinusoidal",
  decoderLayers: "same",
  patience: 500,
};
const MOST_TOKENS = 20_000; // in a vocabulary
const LONGEST_TOKEN = 1_000; // UTF-16 units
const LONGEST_EXAMPLE = 30; // tokens, as the longest source of own pairs

/** The content of a file. */
export interface SavedModel {
  readonly config: Config;
  readonly sourceTokens: readonly string[]; // text by id, the special tokens first
  readonly targetTokens: readonly string[];
  /** A source to show where the pairs of the file are not open. */
  readonly example?: readonly string[];
  readonly steps: number;
  /** All parameters concatenated in the order of `parameterSpecs`, [P]. */
  readonly parameters: Float32Array;
}

/**
 * Writes the model, and reads it to make sure that the file is valid.
 * @throws ModelFileError if the file could not be read, for example because a weight is not finite
 */
export function writeModelFile(
  model: SavedModel,
  precision: Precision = "F32",
): Uint8Array<ArrayBuffer> {
  const { config, sourceTokens, targetTokens, example = [], steps, parameters } = model;
  const shape = modelShape(config, sourceTokens.length, targetTokens.length);
  const metadata = {
    format: FORMAT,
    config: JSON.stringify(Object.fromEntries(FIELD_NAMES.map((name) => [name, config[name]]))),
    source_vocabulary: JSON.stringify(sourceTokens),
    target_vocabulary: JSON.stringify(targetTokens),
    ...(example.length > 0 && { example: JSON.stringify(example) }),
    steps: String(steps),
  };
  const file = writeSafetensors(writeCheckpoint(shape, parameters), metadata, precision);
  readModelFile(file);
  return file;
}

/**
 * Reads a model.
 * @throws ModelFileError, and no other error, if anything in the file is invalid
 */
export function readModelFile(bytes: Uint8Array): SavedModel {
  const file = openSafetensors(bytes);
  const entry = (name: string): string => {
    const text = file.metadata.get(name);
    if (text === undefined) throw noConfig(name, "it is missing");
    return text;
  };
  const format = entry("format");
  if (format !== FORMAT) throw noConfig("format", `it is "${quote(format)}", not "${FORMAT}"`);
  const config = readConfig(entry("config"));
  const sourceTokens = readTokens("source_vocabulary", entry("source_vocabulary"));
  const targetTokens = readTokens("target_vocabulary", entry("target_vocabulary"));
  const example = readExample(file.metadata.get("example"));
  const steps = readSteps(entry("steps"));
  const shape = modelShape(config, sourceTokens.length, targetTokens.length);
  const parameters = readCheckpoint(shape, file);
  if (isAllZero(parameters)) throw new ModelFileError({ kind: "allZero" });
  return { config, sourceTokens, targetTokens, ...example, steps, parameters };
}

/** Whether every weight is zero, as those that are read from a lost device. */
export function isAllZero(parameters: Float32Array): boolean {
  return parameters.every((value) => value === 0);
}

/** The file name of a saved model: "reverse-additive-600-steps.safetensors". */
export function modelFileName({ task, network, attention }: Config, steps: number): string {
  const kind = network === "recurrent" ? attention : network;
  return `${task}-${kind}-${steps}-steps.safetensors`;
}

function noConfig(entry: string, detail: string): ModelFileError {
  return new ModelFileError({ kind: "noConfig", entry, detail });
}

/**
 * Parses settings from JSON.
 * @throws ModelFileError if a field is missing, unknown or out of range
 */
export function readConfig(text: string): Config {
  const entries = parseEntries(text);
  if (!entries) throw noConfig("config", "it is not a JSON object");
  const names = [...entries.keys()];
  const unknown = names.find((name) => !Object.hasOwn(FIELDS, name) && !RETIRED.includes(name));
  if (unknown !== undefined) throw noConfig(`config.${quote(unknown)}`, "there is no such setting");
  const added = (name: keyof Config) => (entries.has(name) ? undefined : ADDED[name]);
  const fields = FIELD_NAMES.map((name) => [
    name,
    added(name) ?? readField(name, entries.get(name)),
  ]);
  if (countKeys(text) !== entries.size) throw noConfig("config", "a setting occurs twice");
  const config = Object.fromEntries(fields) as Config;
  if (obstacleTo(config, "attention", config.attention))
    throw noConfig("config.attention", `${config.attention} needs query and key of the same size`);
  if (obstacleTo(config, "heads", config.heads))
    throw noConfig(
      "config.heads",
      `${config.heads} heads do not share ${config.hiddenSize} evenly`,
    );
  const settled = settleDifficulty(config);
  const tooHard = (["shortest", "longest", "symbols"] as const).find(
    (name) => settled[name] !== config[name],
  );
  if (tooHard)
    throw noConfig(`config.${tooHard}`, `${config.task} does not offer ${config[tooHard]}`);
  return config;
}

/** @throws ModelFileError unless the value has the field's kind, is in its range and on its step */
function readField(name: keyof Config, value: unknown): string | number {
  const field: Field = FIELDS[name];
  const isKind = typeof value === (field.kind === "choice" ? "string" : "number");
  const nearest = isKind ? parseField(field, String(value)) : null;
  if (nearest === null || !isSame(nearest, value))
    throw noConfig(`config.${name}`, `it is ${describe(value)}, not ${describeField(field)}`);
  return nearest;
}

/** Whether two values are equal, up to rounding errors. */
function isSame(a: string | number, b: unknown): boolean {
  return typeof a === "number" && typeof b === "number" ? Math.abs(a - b) < 1e-9 : a === b;
}

function describe(value: unknown): string {
  const isText = typeof value === "string";
  return isText || typeof value === "number"
    ? `"${quote(String(value))}"`
    : `of type ${typeof value}`;
}

function describeField(field: Field): string {
  if (field.kind === "choice") return `one of ${field.options.join(", ")}`;
  return `a number from ${field.min} to ${field.max} in steps of ${field.step}`;
}

function readTokens(entry: string, text: string): string[] {
  const tokens = parseTexts(text);
  if (!tokens) throw noConfig(entry, "it is not a JSON array of texts");
  if (tokens.length > MOST_TOKENS)
    throw noConfig(entry, `it has ${tokens.length} tokens, more than ${MOST_TOKENS}`);
  const odd = SPECIAL_TOKENS.findIndex((special, id) => tokens[id] !== special);
  if (odd !== -1) throw noConfig(entry, `token ${odd} is not ${SPECIAL_TOKENS[odd]}`);
  const seen = new Set<string>();
  for (const [id, token] of tokens.entries()) {
    if (token.length === 0 || token.length > LONGEST_TOKEN)
      throw noConfig(
        entry,
        `token ${id} has ${token.length} characters, not 1 to ${LONGEST_TOKEN}`,
      );
    if (seen.has(token)) throw noConfig(entry, `token ${id}, "${quote(token)}", occurs twice`);
    seen.add(token);
  }
  return tokens;
}

function readExample(text: string | undefined): Pick<SavedModel, "example"> {
  if (text === undefined) return {};
  const tokens = parseTexts(text);
  const isUsable = tokens?.every((token) => token.length > 0 && token.length <= LONGEST_TOKEN);
  if (!tokens || !isUsable || tokens.length > LONGEST_EXAMPLE)
    throw noConfig("example", `it is not a JSON array of at most ${LONGEST_EXAMPLE} texts`);
  return { example: tokens };
}

function parseTexts(text: string): string[] | null {
  try {
    const value: unknown = JSON.parse(text);
    const areTexts = Array.isArray(value) && value.every((item) => typeof item === "string");
    return areTexts ? value : null;
  } catch {
    return null;
  }
}

function readSteps(text: string): number {
  if (!/^(?:0|[1-9]\d{0,8})$/.test(text))
    throw noConfig("steps", `it is "${quote(text)}", not a number of steps`);
  return Number(text);
}
