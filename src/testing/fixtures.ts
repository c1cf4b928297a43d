/** Reads the fixtures of the oracle (oracle/README.md): PyTorch's results in double precision. */
import type { ModelShape } from "../engine/setup/modelShape";

export interface FixtureTensor {
  readonly shape: readonly number[];
  readonly data: Float64Array | Int32Array;
}

/** One member of the family: its weights, one batch, and every quantity of a training step. */
export interface Fixture {
  readonly name: string;
  readonly shape: ModelShape;
  readonly learningRate: number;
  /** Tensors by `group/name`: "gradient/decoder.out.bias". */
  readonly tensors: ReadonlyMap<string, FixtureTensor>;
}

type Header = Readonly<Record<string, Entry | { readonly members: string }>>;

interface Entry {
  readonly dtype: "F64" | "I32";
  readonly shape: readonly number[];
  readonly data_offsets: readonly [number, number];
}

interface Described {
  readonly shape: ModelShape;
  readonly learningRate: number;
}

/** The fields that the shapes of recurrent members leave out. */
const RECURRENT = { network: "recurrent", heads: "2", positions: "sinusoidal" } as const;

/** The members in a fixture file, a safetensors file that the oracle has written. */
export function readFixtures(file: Uint8Array): Fixture[] {
  const headerLength = Number(new DataView(file.buffer, file.byteOffset).getBigUint64(0, true));
  const body = Uint8Array.from(file.subarray(8 + headerLength)).buffer; // Buffer.slice would not copy
  const header = JSON.parse(new TextDecoder().decode(file.subarray(8, 8 + headerLength))) as Header;
  const { members: text } = header["__metadata__"] as { readonly members: string };
  const members = JSON.parse(text) as Record<string, Described>;
  const fixtures = Object.entries(members).map(([name, { shape, learningRate }]) => ({
    name,
    shape: { ...RECURRENT, ...shape },
    learningRate,
    tensors: new Map<string, FixtureTensor>(),
  }));
  const byName = new Map(fixtures.map((fixture) => [fixture.name, fixture]));
  for (const [key, value] of Object.entries(header)) {
    if (key === "__metadata__") continue;
    const slash = key.indexOf("/");
    byName
      .get(key.slice(0, slash))
      ?.tensors.set(key.slice(slash + 1), readTensor(value as Entry, body));
  }
  return fixtures;
}

function readTensor(
  { dtype, shape, data_offsets: [from, to] }: Entry,
  body: ArrayBuffer,
): FixtureTensor {
  const bytes = body.slice(from, to);
  return { shape, data: dtype === "F64" ? new Float64Array(bytes) : new Int32Array(bytes) };
}
