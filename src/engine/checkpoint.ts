/**
 * A model's parameters as a safetensors file: 8 bytes of header length, a JSON header, raw little-endian float32.
 * Names and layout are PyTorch's, so its modules take what is written here as it is.
 * The reader trusts nothing: sizes are checked before memory is taken, and either everything fits or nothing is returned.
 */
import { type ParameterSpec, parameterSpecs, sizeOf } from "./model/parameters";
import type { ModelShape } from "./model/shape";

const HEADER_LIMIT = 1_000_000; // bytes
const FILE_LIMIT = 64_000_000; // bytes
const LENGTH_BYTES = 8;

/** Why a file cannot be read; `what` and `where` in words for the developer's console. */
export class CheckpointError extends Error {}

interface Entry {
  readonly dtype: "F32";
  readonly shape: readonly number[];
  readonly data_offsets: readonly [number, number];
}

/** The shape under which PyTorch keeps a parameter. */
function fileShape({ shape, transposedInPyTorch }: ParameterSpec): number[] {
  return transposedInPyTorch ? shape.toReversed() : [...shape];
}

/** The transpose of a row-major [rows, columns] matrix. */
function transposed(data: Float32Array, rows: number, columns: number): Float32Array {
  const result = new Float32Array(data.length);
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) result[c * rows + r] = data[r * columns + c] ?? 0;
  return result;
}

/**
 * Writes the parameters.
 * @param flat all parameters end to end in the order of `parameterSpecs`, [P]
 * @param metadata texts that travel in the header
 */
export function writeCheckpoint(
  shape: ModelShape,
  flat: Float32Array,
  metadata: Readonly<Record<string, string>>,
): Uint8Array<ArrayBuffer> {
  const header: Record<string, unknown> = { __metadata__: metadata };
  const body = new Float32Array(flat.length);
  let offset = 0;
  for (const spec of parameterSpecs(shape)) {
    const size = sizeOf(spec.shape);
    const values = flat.slice(offset, offset + size);
    const [rows = 1, columns = 1] = spec.shape;
    body.set(spec.transposedInPyTorch ? transposed(values, rows, columns) : values, offset);
    const entry: Entry = {
      dtype: "F32",
      shape: fileShape(spec),
      data_offsets: [4 * offset, 4 * (offset + size)],
    };
    header[spec.name] = entry;
    offset += size;
  }
  const text = new TextEncoder().encode(JSON.stringify(header));
  const headerLength = Math.ceil(text.length / 8) * 8; // padded with spaces, so that the data is aligned
  const file = new Uint8Array(LENGTH_BYTES + headerLength + 4 * body.length).fill(0x20);
  new DataView(file.buffer).setBigUint64(0, BigInt(headerLength), true);
  file.set(text, LENGTH_BYTES);
  file.set(new Uint8Array(body.buffer), LENGTH_BYTES + headerLength);
  return file;
}

/**
 * Reads parameters for a model of this shape.
 * @returns all parameters end to end in the order of `parameterSpecs`, [P]
 * @throws CheckpointError where the file is not exactly such a model
 */
export function readCheckpoint(shape: ModelShape, file: Uint8Array): Float32Array {
  const { header, data } = splitFile(file);
  const specs = parameterSpecs(shape);
  const names = new Set(Object.keys(header).filter((name) => name !== "__metadata__"));
  const missing = specs.find(({ name }) => !names.has(name));
  if (missing) throw new CheckpointError(`the file has no tensor "${missing.name}"`);
  if (names.size !== specs.length)
    throw new CheckpointError(`the file has ${names.size} tensors, not ${specs.length}`);
  const flat = new Float32Array(specs.reduce((sum, spec) => sum + sizeOf(spec.shape), 0));
  if (data.length !== 4 * flat.length)
    throw new CheckpointError(`the file has ${data.length} bytes of data, not ${4 * flat.length}`);
  checkCoverage(specs.map(({ name }) => header[name]?.data_offsets));
  let offset = 0;
  for (const spec of specs) {
    flat.set(readTensor(spec, header[spec.name], data), offset);
    offset += sizeOf(spec.shape);
  }
  return flat;
}

function splitFile(file: Uint8Array): { header: Record<string, Partial<Entry>>; data: Uint8Array } {
  if (file.length > FILE_LIMIT)
    throw new CheckpointError(`the file is larger than ${FILE_LIMIT} bytes`);
  if (file.length < LENGTH_BYTES)
    throw new CheckpointError("the file is too short to be a safetensors file");
  const length = new DataView(file.buffer, file.byteOffset).getBigUint64(0, true);
  if (length > BigInt(Math.min(HEADER_LIMIT, file.length - LENGTH_BYTES)))
    throw new CheckpointError(
      `the header claims ${length} bytes, more than there are or than are allowed`,
    );
  const end = LENGTH_BYTES + Number(length);
  return { header: parseHeader(file.subarray(LENGTH_BYTES, end)), data: file.subarray(end) };
}

function parseHeader(bytes: Uint8Array): Record<string, Partial<Entry>> {
  let header: unknown;
  try {
    header = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new CheckpointError("the header is not JSON");
  }
  if (typeof header !== "object" || header === null || Array.isArray(header))
    throw new CheckpointError("the header is not an object");
  return Object.assign(Object.create(null), header) as Record<string, Partial<Entry>>;
}

/** The tensors must lie end to end, without gap or overlap. */
function checkCoverage(offsets: readonly unknown[]): void {
  const ranges = offsets.map((range) => {
    if (!Array.isArray(range) || range.length !== 2 || !range.every(Number.isSafeInteger))
      throw new CheckpointError("a tensor's data_offsets are not two whole numbers");
    return range as [number, number];
  });
  let end = 0;
  for (const [from, to] of ranges.toSorted((a, b) => a[0] - b[0])) {
    if (from !== end || to < from)
      throw new CheckpointError(`the tensors overlap or leave a gap at byte ${end}`);
    end = to;
  }
}

function readTensor(
  spec: ParameterSpec,
  entry: Partial<Entry> | undefined,
  data: Uint8Array,
): Float32Array {
  const expected = fileShape(spec);
  const where = `tensor "${spec.name}"`;
  if (entry?.dtype !== "F32") throw new CheckpointError(`${where} is not float32`);
  const { shape, data_offsets: range } = entry;
  if (
    !Array.isArray(shape) ||
    shape.length !== expected.length ||
    !expected.every((n, i) => n === shape[i])
  )
    throw new CheckpointError(
      `${where} has the shape [${String(shape)}], not [${expected.join(", ")}]`,
    );
  const [from, to] = range ?? [0, 0];
  if (to - from !== 4 * sizeOf(expected))
    throw new CheckpointError(`${where} has ${to - from} bytes`);
  const values = new Float32Array(data.slice(from, to).buffer);
  if (!values.every(Number.isFinite))
    throw new CheckpointError(`${where} holds a value that is not a finite number`);
  const [rows = 1, columns = 1] = expected;
  return spec.transposedInPyTorch ? transposed(values, rows, columns) : values;
}
