import { describe, expect, it } from "vitest";
import { readCheckpoint, writeCheckpoint } from "./checkpoint";
import { type ModelShape, modelShape } from "../setup/modelShape";
import { initialParameters, parameterSpecs, sizeOf } from "../setup/learnedParameters";
import { createRandom } from "../rng";
import { openSafetensors, writeSafetensors } from "./safetensors";
import { DEFAULT_CONFIG } from "../setup/config";

const shape: ModelShape = modelShape({ ...DEFAULT_CONFIG, hiddenSize: 3, embeddingSize: 2 }, 5, 6);
const flat = initialParameters(shape, createRandom(1));

describe("checkpoint", () => {
  it("reads exactly what was written", () => {
    const file = openSafetensors(writeSafetensors(writeCheckpoint(shape, flat), {}));
    expect(readCheckpoint(shape, file)).toEqual(flat);
  });

  it("keeps PyTorch's names and layout: weight_ih_l0 is [3H, E], row by output", () => {
    const tensors = new Map(writeCheckpoint(shape, flat).map((tensor) => [tensor.name, tensor]));
    const weight = tensors.get("encoder.gru.weight_ih_l0");
    expect(weight?.shape).toEqual([9, 2]);
    const start = sizeOf(parameterSpecs(shape)[0]?.shape ?? []); // the embedding comes first
    expect(weight?.values[2]).toBe(flat[start + 1]); // PyTorch's [1, 0] is the app's [0, 1]
    expect(tensors.get("encoder.embedding.weight")?.values.slice(0, 4)).toEqual(flat.slice(0, 4));
  });

  it("rejects a tensor that the model does not have", () => {
    const other = writeCheckpoint({ ...shape, attention: "dot" }, flat);
    const file = openSafetensors(writeSafetensors(other, {}));
    expect(() => readCheckpoint(shape, file)).toThrow(/attention\.query\.weight.*missing/);
    const extra = { name: "extra", shape: [1], values: Float32Array.of(1) };
    const more = openSafetensors(writeSafetensors([...writeCheckpoint(shape, flat), extra], {}));
    expect(() => readCheckpoint(shape, more)).toThrow(/extra.*unexpected/);
  });
});
