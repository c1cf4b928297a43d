import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ModelFileError } from "./modelProblem";
import { type NamedTensor, openSafetensors, readTensor, writeSafetensors } from "./safetensors";

const tensor = fc
  .tuple(
    fc.string(),
    fc.float32Array({ noNaN: true, noDefaultInfinity: true, minLength: 0, maxLength: 12 }),
  )
  .map(([name, values]): NamedTensor => ({ name, shape: [1, values.length], values }));

const tensors = fc.uniqueArray(
  tensor.filter(({ name }) => name !== "__metadata__" && name !== "__proto__"),
  { selector: ({ name }) => name, maxLength: 6 },
);

describe("safetensors", () => {
  it("reads the tensors and texts that were written", () => {
    fc.assert(
      fc.property(tensors, fc.dictionary(fc.string(), fc.string()), (written, metadata) => {
        const file = openSafetensors(writeSafetensors(written, metadata));
        expect(file.metadata).toEqual(new Map(Object.entries(metadata)));
        expect([...file.entries.keys()].toSorted()).toEqual(
          written.map(({ name }) => name).toSorted(),
        );
        for (const { name, shape, values } of written)
          expect(readTensor(file, name, shape)).toEqual(values);
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  it("writes the standard layout: header length, JSON padded to 8 bytes, values in order", () => {
    const values = Float32Array.of(1, 2);
    const file = writeSafetensors([{ name: "w", shape: [2], values }], { note: "한글" });
    const length = Number(new DataView(file.buffer).getBigUint64(0, true));
    expect(length % 8).toBe(0);
    expect(JSON.parse(new TextDecoder().decode(file.subarray(8, 8 + length)))).toEqual({
      __metadata__: { note: "한글" },
      w: { dtype: "F32", shape: [2], data_offsets: [0, 8] },
    });
    expect(new Float32Array(file.slice(8 + length).buffer)).toEqual(values);
  });

  it("writes and reads 16-bit floats: half the bytes, the nearest values", () => {
    const values = Float32Array.of(1, -0.5, 1 / 3);
    const file = writeSafetensors([{ name: "w", shape: [3], values }], {}, "F16");
    const open = openSafetensors(file);
    expect(open.data.byteLength).toBe(values.byteLength / 2);
    expect(open.entries.get("w")).toMatchObject({ dtype: "F16", range: [0, 6] });
    expect(readTensor(open, "w", [3])).toEqual(Float32Array.of(1, -0.5, 0.333251953125));
  });

  it("reads bytes at any offset of a buffer, such as Node's files", () => {
    const values = Float32Array.of(1, 2);
    const file = writeSafetensors([{ name: "w", shape: [2], values }], {});
    const shared = Buffer.concat([Buffer.from("abc"), file]).subarray(3);
    expect(readTensor(openSafetensors(shared), "w", [2])).toEqual(values);
  });

  it("rejects any other bytes with a ModelFileError", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(() => openSafetensors(bytes)).toThrow(ModelFileError);
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  it("rejects a tensor that is missing, of another type or shape, or not finite", () => {
    const values = Float32Array.of(1, Number.NaN);
    const file = openSafetensors(
      writeSafetensors(
        [
          { name: "bad", shape: [2], values },
          { name: "good", shape: [1, 1], values: Float32Array.of(1) },
        ],
        {},
      ),
    );
    expect(() => readTensor(file, "gone", [2])).toThrow(/missing/);
    expect(() => readTensor(file, "bad", [2])).toThrow(/notFinite/);
    expect(() => readTensor(file, "good", [1])).toThrow(/shape is \[1, 1\], not \[1\]/);
    expect(readTensor(file, "good", [1, 1])).toEqual(Float32Array.of(1));
  });
});
