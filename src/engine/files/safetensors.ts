/**
 * The safetensors format (https://huggingface.co/docs/safetensors): 8 bytes of header length, a JSON header, and the
 * tensors' values, row-major and little-endian. Only float32 and float16 are supported.
 * Files are untrusted: the reader checks lengths before it allocates memory, and rejects any deviation from the format.
 */
import { fromHalf, toHalf } from "./half";
import { ModelFileError, quote, type TensorFault } from "./modelProblem";
import { countKeys, entriesOf, parseEntries } from "./strictJson";

/** The most bytes that are read: the largest model of this app takes 190 MB. */
export const FILE_LIMIT = 220_000_000;
const HEADER_LIMIT = 1_000_000; // bytes
const LENGTH_BYTES = 8;
const METADATA = "__metadata__";
const OPENING_BRACE = 0x7b;

/** A tensor to write, row-major. */
export interface NamedTensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** How a file stores its numbers. */
export type Precision = "F32" | "F16";

const BYTES: Readonly<Record<Precision, number>> = { F32: 4, F16: 2 };

/** A tensor's entry in the header. */
interface Entry {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly range: readonly [from: number, to: number]; // byte offsets in the data
}

/** A file with a valid header: its tensors fill the data without gaps. Their values are not checked yet. */
export interface Safetensors {
  readonly metadata: ReadonlyMap<string, string>;
  readonly entries: ReadonlyMap<string, Entry>;
  readonly data: Uint8Array;
}

/** Writes tensors and metadata texts. */
export function writeSafetensors(
  tensors: readonly NamedTensor[],
  metadata: Readonly<Record<string, string>>,
  precision: Precision = "F32",
): Uint8Array<ArrayBuffer> {
  const header: Record<string, unknown> = { [METADATA]: metadata };
  let end = 0;
  for (const { name, shape, values } of tensors) {
    const range = [end, (end += values.length * BYTES[precision])];
    header[name] = { dtype: precision, shape, data_offsets: range };
  }
  const text = new TextEncoder().encode(JSON.stringify(header));
  const headerLength = Math.ceil(text.length / 8) * 8; // padded with spaces to align the data
  const file = new Uint8Array(LENGTH_BYTES + headerLength + end).fill(0x20);
  new DataView(file.buffer).setBigUint64(0, BigInt(headerLength), true);
  file.set(text, LENGTH_BYTES);
  let at = LENGTH_BYTES + headerLength;
  for (const { values } of tensors) {
    const stored = precision === "F16" ? toHalf(values) : values;
    file.set(new Uint8Array(stored.buffer, stored.byteOffset, stored.byteLength), at);
    at += stored.byteLength;
  }
  return file;
}

/**
 * Reads a file's header.
 * @throws ModelFileError if the header is invalid, or the tensors do not fill the data exactly
 */
export function openSafetensors(file: Uint8Array): Safetensors {
  const { text, data } = splitFile(file);
  const header = parseEntries(text);
  if (!header) throw malformed("the header is not a JSON object");
  const metadata = readMetadata(header.get(METADATA));
  const entries = new Map<string, Entry>();
  for (const [name, value] of header)
    if (name !== METADATA) entries.set(name, readEntry(name, value));
  if (countKeys(text) !== header.size + metadata.size + KEYS_OF_ENTRY * entries.size)
    throw malformed("a key occurs twice in the header");
  checkCoverage([...entries.values()], data.length);
  return { metadata, entries, data };
}

/**
 * A copy of a tensor's values.
 * @throws ModelFileError if the tensor is missing, neither float32 nor float16, of another shape, or not finite
 */
export function readTensor(
  { entries, data }: Safetensors,
  name: string,
  shape: readonly number[],
): Float32Array {
  const entry = entries.get(name);
  if (!entry) throw badTensor(name, "missing", `the file has ${entries.size} other tensors`);
  const { dtype } = entry;
  if (dtype !== "F32" && dtype !== "F16")
    throw badTensor(name, "dtype", `dtype is ${quote(dtype)}, neither F32 nor F16`);
  const found = `[${entry.shape.slice(0, 8).join(", ")}]`;
  if (entry.shape.length !== shape.length || shape.some((size, i) => size !== entry.shape[i]))
    throw badTensor(name, "shape", `shape is ${found}, not [${shape.join(", ")}]`);
  const [from, to] = entry.range;
  const bytes = shape.reduce((product, size) => product * size, BYTES[dtype]);
  if (to - from !== bytes)
    throw badTensor(name, "shape", `there are ${to - from} bytes, ${found} takes ${bytes}`);
  const { buffer } = Uint8Array.from(data.subarray(from, to)); // a copy: the data may be unaligned
  const values = dtype === "F16" ? fromHalf(new Uint16Array(buffer)) : new Float32Array(buffer);
  const odd = values.findIndex((value) => !Number.isFinite(value));
  if (odd !== -1) throw badTensor(name, "notFinite", `value ${odd} is ${values[odd]}`);
  return values;
}

export function badTensor(tensor: string, fault: TensorFault, detail: string): ModelFileError {
  return new ModelFileError({ kind: "badTensor", tensor: quote(tensor), fault, detail });
}

function malformed(detail: string): ModelFileError {
  return new ModelFileError({ kind: "notSafetensors", detail });
}

function splitFile(file: Uint8Array): { readonly text: string; readonly data: Uint8Array } {
  if (file.length > FILE_LIMIT) throw new ModelFileError({ kind: "tooLarge", limit: FILE_LIMIT });
  if (file.length < LENGTH_BYTES)
    throw malformed(`the file has ${file.length} bytes, fewer than the length of the header takes`);
  const length = new DataView(file.buffer, file.byteOffset).getBigUint64(0, true);
  const most = Math.min(HEADER_LIMIT, file.length - LENGTH_BYTES);
  if (length > BigInt(most))
    throw malformed(`the header claims ${length} bytes; at most ${most} are possible`);
  const end = LENGTH_BYTES + Number(length);
  return { text: decode(file.subarray(LENGTH_BYTES, end)), data: file.subarray(end) };
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] !== OPENING_BRACE) throw malformed("the header does not begin with {");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw malformed("the header is not UTF-8");
  }
}

function readMetadata(value: unknown): Map<string, string> {
  const metadata = new Map<string, string>();
  if (value === undefined) return metadata;
  const entries = entriesOf(value);
  if (!entries) throw malformed(`${METADATA} is not an object`);
  for (const [key, text] of entries) {
    if (typeof text !== "string") throw malformed(`${METADATA}.${quote(key)} is not a text`);
    metadata.set(key, text);
  }
  return metadata;
}

const KEYS_OF_ENTRY = 3;

function readEntry(name: string, value: unknown): Entry {
  const where = `tensor "${quote(name)}"`;
  const entry = entriesOf(value);
  const dtype = entry?.get("dtype");
  const shape = entry?.get("shape");
  const range = entry?.get("data_offsets");
  if (entry?.size !== KEYS_OF_ENTRY || typeof dtype !== "string")
    throw malformed(`${where} is not described by dtype, shape and data_offsets`);
  if (!areSizes(shape)) throw malformed(`the shape of ${where} is not a list of sizes`);
  if (!areSizes(range) || !isRange(range))
    throw malformed(`data_offsets of ${where} are not a first and a last byte`);
  return { dtype, shape, range };
}

function areSizes(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every((size) => Number.isSafeInteger(size) && size >= 0);
}

function isRange(value: readonly number[]): value is readonly [number, number] {
  const [from = 0, to = 0] = value;
  return value.length === 2 && from <= to;
}

/** @throws ModelFileError unless the tensors fill the data without gap or overlap */
function checkCoverage(entries: readonly Entry[], bytes: number): void {
  const ranges = entries.map(({ range }) => range);
  let end = 0;
  for (const [from, to] of ranges.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])) {
    if (from !== end) throw malformed(`tensors overlap or leave a gap at byte ${end} of the data`);
    end = to;
  }
  if (end !== bytes) throw malformed(`there are ${bytes} bytes of data; the tensors take ${end}`);
}
