/** Reads a fixture of the oracle in the engine's layout, and measures deviations of the engine's values. */
import type { Batch } from "../engine/batch";
import { parameterCount, parameterSpecs, sizeOf } from "../engine/setup/learnedParameters";
import type { Fixture } from "./fixtures";
import { worstError } from "./worstError";

/** The deviation of one tensor: max |difference| as a share of max |reference|. */
export interface Deviation {
  readonly group: "forward" | "gradient" | "adam";
  readonly name: string;
  readonly error: number;
}

/** Quantities by name. */
export type Named = Map<string, ArrayLike<number>>;

/** Names of the forward quantities in a fixture, which the engine must compute. */
export function forwardNames({ tensors }: Fixture): string[] {
  return [...tensors.keys()].flatMap((key) => (key.startsWith("forward/") ? [key.slice(8)] : []));
}

function valuesOf(fixture: Fixture, key: string): Float64Array | Int32Array {
  const found = fixture.tensors.get(key);
  if (!found) throw new Error(`fixture ${fixture.name}: expected a tensor "${key}", got none`);
  return found.data;
}

/** The batch of the fixture. */
export function readBatch(fixture: Fixture): Batch {
  const ids = (name: string): Int32Array => Int32Array.from(valuesOf(fixture, `batch/${name}`));
  const [size = 0, sourceLength = 0] = fixture.tensors.get("batch/source")?.shape ?? [];
  const [, targetLength = 0] = fixture.tensors.get("batch/target_in")?.shape ?? [];
  return {
    size,
    sourceLength,
    targetLength,
    source: ids("source"),
    targetIn: ids("target_in"),
    targetOut: ids("target_out"),
    sourceLengths: [...ids("source_lengths")],
    targetLengths: [...ids("target_lengths")],
  };
}

/** A group's tensors concatenated in the engine's order, matrices as [in, out]. */
export function flatten(fixture: Fixture, group: "parameter" | "gradient" | "adam"): Float32Array {
  const flat = new Float32Array(parameterCount(fixture.shape));
  let offset = 0;
  for (const { name, shape, transposedInPyTorch } of parameterSpecs(fixture.shape)) {
    const values = valuesOf(fixture, `${group}/${name}`);
    const [rows = 1, columns = 1] = shape;
    values.forEach((value, i) => {
      const place = transposedInPyTorch ? (i % rows) * columns + Math.floor(i / rows) : i;
      flat[offset + place] = value;
    });
    offset += sizeOf(shape);
  }
  return flat;
}

/** 1 within each row's length, then 0, row-major. */
function within(lengths: readonly number[], longest: number): number[] {
  return lengths.flatMap((length) =>
    Array.from({ length: longest }, (_, i) => (i < length ? 1 : 0)),
  );
}

/** 1 at real positions, 0 at padding: of the source, of the target, and of pairs of both. Row-major. */
export function realPlaces({ sourceLengths, sourceLength, targetLengths, targetLength }: Batch) {
  const [source, target] = [
    within(sourceLengths, sourceLength),
    within(targetLengths, targetLength),
  ];
  const pairs = target.flatMap((isReal, i) => {
    const row = Math.floor(i / targetLength);
    return source.slice(row * sourceLength, (row + 1) * sourceLength).map((s) => s * isReal);
  });
  return { source, target, pairs };
}

/** Values with 0 at padding. `places` covers the leading axes of the values. */
export function masked(values: ArrayLike<number>, places: readonly number[]): number[] {
  const width = values.length / places.length;
  return Array.from(values, (value, i) => (places[Math.floor(i / width)] === 1 ? value : 0));
}

/** The deviations of a flat vector of gradients or parameters, by parameter. */
export function byParameter(
  fixture: Fixture,
  group: "gradient" | "adam",
  flat: ArrayLike<number> & { slice(from: number, to: number): ArrayLike<number> },
): Deviation[] {
  const expected = flatten(fixture, group);
  let offset = 0;
  return parameterSpecs(fixture.shape).map(({ name, shape }) => {
    const [from, to] = [offset, (offset += sizeOf(shape))];
    return { group, name, error: worst(flat.slice(from, to), expected.subarray(from, to)) };
  });
}

/** The deviation of one forward quantity. */
export function deviation(
  fixture: Fixture,
  group: "forward",
  name: string,
  values: ArrayLike<number>,
): Deviation {
  return { group, name, error: worst(values, valuesOf(fixture, `${group}/${name}`)) };
}

/** The largest error; NaN if a value is NaN or the counts differ. */
function worst(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  return actual.length === expected.length ? worstError(actual, expected) : Number.NaN;
}
