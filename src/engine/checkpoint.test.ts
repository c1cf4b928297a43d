import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CheckpointError, readCheckpoint, writeCheckpoint } from "./checkpoint";
import { initialParameters, parameterSpecs } from "./model/parameters";
import type { ModelShape } from "./model/shape";
import { createRandom } from "./rng";

const shape: ModelShape = {
  attention: "additive",
  timing: "luong",
  hiddenSize: 3,
  embeddingSize: 2,
  sourceTokens: 5,
  targetTokens: 6,
};
const flat = initialParameters(shape, createRandom(1));
const file = writeCheckpoint(shape, flat, { note: "한글" });

function header(
  bytes: Uint8Array,
): Record<string, { shape: number[]; data_offsets: [number, number] }> {
  const length = Number(new DataView(bytes.buffer).getBigUint64(0, true));
  return JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + length))) as ReturnType<
    typeof header
  >;
}

/** What came of reading; anything but a CheckpointError fails the test. */
function readOrRefuse(bytes: Uint8Array): Float32Array | "refused" {
  try {
    return readCheckpoint(shape, bytes);
  } catch (error) {
    if (error instanceof CheckpointError) return "refused";
    throw error;
  }
}

describe("checkpoint", () => {
  it("gives back exactly what was written", () => {
    expect(readCheckpoint(shape, file)).toEqual(flat);
  });

  it("keeps PyTorch's names and layout: weight_ih_l0 is [3H, E], row by output", () => {
    const entry = header(file)["encoder.gru.weight_ih_l0"];
    expect(entry?.shape).toEqual([9, 2]);
    const start = parameterSpecs(shape)[0]?.shape.reduce((a, b) => a * b, 1) ?? 0; // the embedding comes first
    const data = file.slice(file.length - 4 * flat.length);
    const inFile = new Float32Array(data.buffer, entry?.data_offsets[0], 18);
    expect(inFile[2]).toBe(flat[start + 1]); // PyTorch's [1, 0] is our [0, 1]
  });

  it.each([
    ["a file cut short", file.slice(0, 40)],
    ["an empty file", new Uint8Array()],
    ["a header length beyond the file", Uint8Array.from(file).fill(0xff, 0, 8)],
    [
      "another model's file",
      writeCheckpoint(
        { ...shape, attention: "dot" },
        initialParameters({ ...shape, attention: "dot" }, createRandom(1)),
        {},
      ),
    ],
    ["data too long", Uint8Array.of(...file, 0, 0, 0, 0)],
  ])("refuses %s", (_, bytes) => {
    expect(() => readCheckpoint(shape, bytes)).toThrow(CheckpointError);
  });

  it("refuses a value that is not a number", () => {
    const bytes = Uint8Array.from(file);
    bytes.fill(0xff, bytes.length - 4);
    expect(() => readCheckpoint(shape, bytes)).toThrow(/not a finite number/);
  });

  it("never crashes or returns half a model, whatever is done to a file", () => {
    const mutation = fc.array(fc.tuple(fc.nat(file.length - 1), fc.nat(255)), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(mutation, fc.nat(file.length), (changes, cut) => {
        const bytes = Uint8Array.from(file).subarray(0, cut % 7 === 0 ? cut : file.length);
        for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
        const outcome = readOrRefuse(bytes);
        expect(
          outcome === "refused" ||
            (outcome.length === flat.length && outcome.every(Number.isFinite)),
        ).toBe(true);
      }),
      { numRuns: 1000, seed: 1 },
    );
  });
});
