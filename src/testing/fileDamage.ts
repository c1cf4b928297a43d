/** Damages of a model file, for property tests. */
import fc from "fast-check";
import { ADDED } from "../engine/files/modelFile";
import { FIELD_NAMES } from "../engine/setup/config";
import { SPECIAL_TOKENS } from "../engine/text/tokens";
import {
  type Bytes,
  edited,
  type Header,
  headerOf,
  metadataOf,
  split,
  tensorNames,
  withHeader,
  withSettings,
} from "./modelFiles";

/** One damage of a file. */
export interface Damage {
  /** "data": only values. "text": any bytes, also the header's. "header": always makes the file invalid. */
  readonly kind: "data" | "text" | "header";
  readonly make: () => Bytes;
}

/** Many damages of this file. */
export function damages(file: Bytes): fc.Arbitrary<Damage> {
  return fc.oneof(
    { weight: 4, arbitrary: changedBytes(file) },
    { weight: 4, arbitrary: changedHeader(file) },
    { weight: 2, arbitrary: changedValues(file) },
  );
}

function changedBytes(file: Bytes): fc.Arbitrary<Damage> {
  const headerEnd = file.length - split(file).data.length - 1;
  const place = fc.oneof(fc.nat(7), fc.nat(headerEnd), fc.nat(file.length - 1));
  const flip = fc.tuple(place, fc.nat(7));
  const flips = fc.oneof(fc.tuple(flip), fc.array(flip, { minLength: 1, maxLength: 8 }));
  const claims = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
  const splices = fc.tuple(place, fc.nat(40), fc.uint8Array({ maxLength: 40 }));
  const makes = fc.oneof(
    flips.map((bits) => () => {
      const bytes = Uint8Array.from(file);
      for (const [at, bit] of bits) bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
      return bytes;
    }),
    place.map((length) => () => file.slice(0, length)),
    splices.map(([at, removed, added]) => () => {
      const rest = file.subarray(at + removed);
      return Uint8Array.from([...file.subarray(0, at), ...added, ...rest]);
    }),
    claims.map((length) => () => {
      const bytes = Uint8Array.from(file);
      new DataView(bytes.buffer).setBigUint64(0, length, true);
      return bytes;
    }),
  );
  return makes.map((make) => ({ kind: "text", make }));
}

function changedValues(file: Bytes): fc.Arbitrary<Damage> {
  const { data } = split(file);
  const value = fc.oneof(
    { weight: 3, arbitrary: fc.float({ noNaN: true, noDefaultInfinity: true }) },
    fc.constantFrom(Number.NaN, Infinity, -Infinity),
  );
  const overwritten = fc.tuple(fc.nat(data.length / 4 - 1), value).map(([at, number]) => () => {
    const bytes = Uint8Array.from(file);
    new DataView(bytes.buffer).setFloat32(bytes.length - data.length + 4 * at, number, true);
    return bytes;
  });
  const tensor = fc.constantFrom(...tensorNames(headerOf(file)));
  const swapped = fc.tuple(tensor, tensor).map(
    ([one, other]) =>
      () =>
        edited(file, (header) => {
          const [a, b] = [header[one] as TensorEntry, header[other] as TensorEntry];
          [a.data_offsets, b.data_offsets] = [b.data_offsets, a.data_offsets];
        }),
  );
  return fc
    .oneof({ weight: 4, arbitrary: overwritten }, swapped)
    .map((make) => ({ kind: "data", make }));
}

/** Edits of the header, each of which makes the file invalid. */
function changedHeader(file: Bytes): fc.Arbitrary<Damage> {
  const { text } = split(file);
  const tensor = fc.constantFrom(...tensorNames(headerOf(file)));
  const entries = fc.tuple(tensor, fc.constantFrom(...ENTRY_EDITS));
  const metadata = fc.tuple(
    fc.constantFrom(...Object.keys(metadataOf(headerOf(file)))),
    fc.constantFrom(...WRONG_METADATA),
  );
  const settings = fc
    .tuple(fc.constantFrom(...FIELD_NAMES), fc.constantFrom(...WRONG_SETTINGS))
    .filter(([name, value]) => value !== undefined || !(name in ADDED));
  const makes = fc.oneof(
    entries.map(
      ([at, edit]) =>
        () =>
          edited(file, (header) => edit(header, at)),
    ),
    metadata.map(
      ([key, value]) =>
        () =>
          edited(file, (header) => (metadataOf(header)[key] = value)),
    ),
    settings.map(
      ([name, value]) =>
        () =>
          withSettings(file, { [name]: value }),
    ),
    fc.constantFrom(...wrongTexts(text)).map((wrong) => () => withHeader(file, wrong)),
  );
  return makes.map((make) => ({ kind: "header", make }));
}

const deep = (depth: number): string => "[".repeat(depth) + "]".repeat(depth);

/** Invalid for every entry of the metadata; undefined removes the entry. */
const WRONG_METADATA: readonly unknown[] = [
  undefined,
  null,
  600,
  {},
  [],
  "",
  "-1",
  "1e3",
  "6.5",
  "9".repeat(40),
  "{}",
  "[]",
  deep(50_000),
  `{"__proto__":{"task":"reverse"}}`,
  `{"task":${deep(50_000)}}`,
  JSON.stringify(SPECIAL_TOKENS.toReversed()),
  JSON.stringify([...SPECIAL_TOKENS, "a", "a"]),
  JSON.stringify([...SPECIAL_TOKENS, "<eos>"]),
  JSON.stringify([...SPECIAL_TOKENS, 5]),
  JSON.stringify([...SPECIAL_TOKENS, ""]),
  JSON.stringify([...SPECIAL_TOKENS, "x".repeat(1001)]),
  JSON.stringify([...SPECIAL_TOKENS, "a", "b"]), // fewer than the tensors' rows
  JSON.stringify([...SPECIAL_TOKENS, ...Array.from({ length: 20_000 }, (_, i) => String(i))]),
];

/** Invalid for every setting. */
const WRONG_SETTINGS: readonly unknown[] = [
  undefined,
  null,
  true,
  "",
  "transformer",
  "__proto__",
  -1,
  0.123456,
  1e9,
  1e308,
  [],
  {},
];

interface TensorEntry {
  dtype: unknown;
  shape: unknown[];
  data_offsets: unknown[];
}

/** An edit of the header at one tensor. */
type EntryEdit = (header: Header, tensor: string) => void;

/** Replaces a part of a tensor's entry. */
function replace(part: keyof TensorEntry, wrong: (entry: TensorEntry) => unknown): EntryEdit {
  return (header, tensor) => {
    const entry = header[tensor] as TensorEntry;
    header[tensor] = { ...entry, [part]: wrong(entry) };
  };
}

function moved(by: number): EntryEdit {
  return replace("data_offsets", (entry) => entry.data_offsets.map((at) => Number(at) + by));
}

const ENTRY_EDITS: readonly EntryEdit[] = [
  moved(-4), // overlaps, or begins before the data
  moved(4),
  replace("data_offsets", ({ data_offsets: [from, to] }) => [from, Number(to) - 4]),
  replace("data_offsets", ({ data_offsets: [from, to] }) => [to, from]),
  replace("data_offsets", ({ data_offsets: [from] }) => [from, 2 ** 53]),
  replace("data_offsets", ({ data_offsets: [from] }) => [from, 1e300]),
  replace("data_offsets", ({ data_offsets }) => [...data_offsets, 0]),
  replace("data_offsets", ({ data_offsets }) => data_offsets.map(String)),
  replace("data_offsets", () => [0.5, 4.5]),
  replace("data_offsets", () => null),
  replace("dtype", () => "F16"),
  replace("dtype", () => "I32"),
  replace("dtype", () => 32),
  replace("dtype", () => undefined),
  replace("shape", ({ shape }) => [...shape, 1]),
  replace("shape", ({ shape: [, ...rest] }) => rest),
  replace("shape", ({ shape: [rows, ...rest] }) => [Number(rows) + 1, ...rest]),
  replace("shape", ({ shape: [, ...rest] }) => [2 ** 40, ...rest]),
  replace("shape", ({ shape: [rows, ...rest] }) => [-Number(rows), ...rest]),
  replace("shape", ({ shape }) => shape.map(String)),
  replace("shape", () => JSON.parse(deep(1000)) as unknown),
  (header, tensor) => delete header[tensor],
  (header, tensor) => (header[tensor] = null),
  (header, tensor) => (header[tensor] = [header[tensor]]),
  (header, tensor) => Object.assign(header[tensor] as object, { device: "cuda:0" }),
  (header, tensor) => {
    header[`${tensor}_copy`] = header[tensor];
    delete header[tensor];
  },
  (header) => (header["extra.weight"] = { dtype: "F32", shape: [0], data_offsets: [0, 0] }),
  (header, tensor) =>
    Object.defineProperty(header, "__proto__", { value: header[tensor], enumerable: true }),
];

/** Invalid header texts, derived from the valid one. */
function wrongTexts(text: string): readonly string[] {
  const inside = text.slice(1);
  return [
    "",
    "null",
    "[]",
    deep(100_000),
    `{"a":${deep(100_000)},${inside}`,
    `${text}x`,
    ` ${text}`,
    `\uFEFF${text}`,
    text.padEnd(1_000_001),
    text.slice(0, -1),
    text.replaceAll('"', "'"),
    `{"__metadata__":{},${inside}`,
    `{"__proto__":{},${inside}`,
    `{"encoder.embedding.weight":{"dtype":"F32","shape":[0],"data_offsets":[0,0]},${inside}`,
    text.replace('"dtype":', '"dtype":"F32","dtype":'),
    text.replace('"steps":', '"steps":"5","steps":'),
    text.replace('\\"task\\":', '\\"task\\":\\"dates\\",\\"task\\":'),
    text.replace('"shape":[', '"shape":[NaN,'),
  ];
}
