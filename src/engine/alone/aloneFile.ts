/**
 * A network that only reads or only writes as a safetensors file. Tensors have PyTorch's names and layout; the metadata:
 *
 *   format    "seq2seq-lab names 1"
 *   config    a JSON object with every field of ALONE_FIELDS
 *   letters   a JSON array of the vocabulary's texts by id, the special tokens first
 *   classes   a JSON array of the classes
 *   steps     training steps behind the parameters, in decimal
 */
import { readCheckpoint, writeCheckpoint } from "../files/checkpoint";
import { ModelFileError } from "../files/modelProblem";
import { openSafetensors, type Precision, writeSafetensors } from "../files/safetensors";
import { type Field, parseField } from "../setup/field";
import { ALONE_FIELDS, type AloneConfig } from "./aloneConfig";
import { aloneShape } from "./aloneShape";

const FORMAT = "seq2seq-lab names 1";

export interface SavedNetwork {
  readonly config: AloneConfig;
  readonly letters: readonly string[]; // text by id
  readonly classes: readonly string[];
  readonly steps: number;
  readonly parameters: Float32Array; // [P]
}

export function writeAloneFile(
  model: SavedNetwork,
  precision: Precision = "F32",
): Uint8Array<ArrayBuffer> {
  const { config, letters, classes, steps, parameters } = model;
  const shape = aloneShape(config, letters.length, classes.length);
  const metadata = {
    format: FORMAT,
    config: JSON.stringify(config),
    letters: JSON.stringify(letters),
    classes: JSON.stringify(classes),
    steps: String(steps),
  };
  return writeSafetensors(writeCheckpoint(shape, parameters), metadata, precision);
}

/** @throws ModelFileError, and no other error, if anything in the file is invalid */
export function readAloneFile(bytes: Uint8Array): SavedNetwork {
  const file = openSafetensors(bytes);
  const entry = (name: string): string => file.metadata.get(name) ?? "";
  if (entry("format") !== FORMAT) throw noConfig("format", `it is not "${FORMAT}"`);
  const config = readAloneConfig(entry("config"));
  const [letters, classes] = [readTexts("letters", entry), readTexts("classes", entry)];
  const steps = Number(entry("steps"));
  if (!Number.isSafeInteger(steps) || steps < 0) throw noConfig("steps", "it is not a count");
  const shape = aloneShape(config, letters.length, classes.length);
  return { config, letters, classes, steps, parameters: readCheckpoint(shape, file) };
}

/** "names-classifier-latin-500-steps.safetensors" */
export function aloneFileName({ alone, names }: AloneConfig, steps: number): string {
  return `names-${alone}-${names}-${steps}-steps.safetensors`;
}

function noConfig(entry: string, detail: string): ModelFileError {
  return new ModelFileError({ kind: "noConfig", entry, detail });
}

function parse(entry: string, text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw noConfig(entry, "it is not JSON");
  }
}

function readTexts(name: string, entry: (name: string) => string): string[] {
  const value = parse(name, entry(name));
  const areTexts = Array.isArray(value) && value.every((item) => typeof item === "string");
  if (!areTexts || value.length === 0) throw noConfig(name, "it is not a JSON array of texts");
  return value;
}

/** @throws ModelFileError unless every field is there, in its range and on its step */
export function readAloneConfig(text: string): AloneConfig {
  const value = parse("config", text);
  const given = (typeof value === "object" && value !== null ? value : {}) as Record<
    string,
    unknown
  >;
  const entries = Object.entries<Field>(ALONE_FIELDS).map(([name, field]) => {
    const nearest = parseField(field, String(given[name]));
    if (nearest === null || nearest !== given[name])
      throw noConfig(`config.${name}`, "it is missing or out of range");
    return [name, nearest];
  });
  return Object.fromEntries(entries) as AloneConfig;
}
