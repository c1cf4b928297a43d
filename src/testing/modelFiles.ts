/** Model files for tests: a small valid one, and edits of its header. */
import { type Config, DEFAULT_CONFIG } from "../engine/setup/config";
import type { SavedModel } from "../engine/files/modelFile";
import { modelShape } from "../engine/setup/modelShape";
import { initialParameters } from "../engine/setup/learnedParameters";
import { createRandom } from "../engine/rng";
import { reverse } from "../engine/tasks/reverse";

const SMALL: Partial<Config> = { hiddenSize: 8, embeddingSize: 4, batchSize: 8, maxSteps: 100 };

/** A model of the task Reverse with random weights. */
export function savedModel(change: Partial<Config> = {}): SavedModel {
  const config = { ...DEFAULT_CONFIG, ...SMALL, ...change };
  const sourceTokens = reverse.sourceVocabulary.tokens;
  const targetTokens = reverse.targetVocabulary.tokens;
  const shape = modelShape(config, sourceTokens.length, targetTokens.length);
  const parameters = initialParameters(shape, createRandom(99));
  return { config, sourceTokens, targetTokens, steps: 600, parameters };
}

export type Bytes = Uint8Array<ArrayBuffer>;
export type Header = Record<string, unknown>;

const METADATA = "__metadata__";

/** The header's text and the data. */
export function split(file: Bytes): { readonly text: string; readonly data: Bytes } {
  const end = 8 + Number(new DataView(file.buffer).getBigUint64(0, true));
  const text = new TextDecoder().decode(file.subarray(8, end)).trimEnd();
  return { text, data: file.subarray(end) };
}

/** The parsed header. */
export function headerOf(file: Bytes): Header {
  return JSON.parse(split(file).text) as Header;
}

export function metadataOf(header: Header): Header {
  return header[METADATA] as Header;
}

export function tensorNames(header: Header): string[] {
  return Object.keys(header).filter((name) => name !== METADATA);
}

/** The file with another header and its correct length. */
export function withHeader(file: Bytes, text: string): Bytes {
  const header = new TextEncoder().encode(text);
  const { data } = split(file);
  const result = new Uint8Array(8 + header.length + data.length);
  new DataView(result.buffer).setBigUint64(0, BigInt(header.length), true);
  result.set(header, 8);
  result.set(data, 8 + header.length);
  return result;
}

/** The file with an edited header. `edit` mutates its argument. */
export function edited(file: Bytes, edit: (header: Header) => void): Bytes {
  const header = headerOf(file);
  edit(header);
  return withHeader(file, JSON.stringify(header));
}

/** The file with other settings. */
export function withSettings(file: Bytes, change: Record<string, unknown>): Bytes {
  return edited(file, (header) => {
    const metadata = metadataOf(header);
    const config = JSON.parse(String(metadata["config"])) as object;
    metadata["config"] = JSON.stringify({ ...config, ...change });
  });
}
