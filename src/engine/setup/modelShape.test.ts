import { describe, expect, it } from "vitest";
import { type Config, DEFAULT_CONFIG } from "./config";
import {
  contextEntersCell,
  decoderInputSize,
  feedsInput,
  hasAttentionalState,
  keySize,
  modelShape,
  type ModelShape,
  tokenSize,
} from "./modelShape";

function shapeOf(change: Partial<Config>): ModelShape {
  const sizes = { hiddenSize: 8, embeddingSize: 4 };
  return modelShape({ ...DEFAULT_CONFIG, ...sizes, ...change }, 11, 7);
}

describe("model shape", () => {
  it("has keys of H numbers, 2H with a bidirectional encoder", () => {
    expect(keySize(shapeOf({}))).toBe(8);
    expect(keySize(shapeOf({ direction: "bidirectional" }))).toBe(16);
  });

  it("has token vectors of the embedding's size, or of the vocabulary's size for one-hot input", () => {
    const sides = ["encoder", "decoder"] as const;
    expect(sides.map((side) => tokenSize(shapeOf({}), side))).toEqual([4, 4]);
    const onehot = shapeOf({ tokenInput: "onehot" });
    expect(sides.map((side) => tokenSize(onehot, side))).toEqual([11, 7]);
  });

  it.each([
    [{ timing: "bahdanau" }, 4 + 8],
    [{ timing: "bahdanau", direction: "bidirectional" }, 4 + 16],
    [{ timing: "bahdanau", inputFeeding: "on" }, 4 + 8], // nothing to feed
    [{ timing: "luong" }, 4],
    [{ timing: "luong", inputFeeding: "on" }, 4 + 8],
    [{ timing: "luong", inputFeeding: "on", direction: "bidirectional" }, 4 + 8], // h~ has H numbers
    [{ timing: "luong", inputFeeding: "on", tokenInput: "onehot" }, 7 + 8],
    [{ attention: "none", timing: "bahdanau" }, 4],
    [{ attention: "none", timing: "luong", inputFeeding: "on" }, 4],
  ] as const)("adds to the decoder's input what its timing joins: %o", (change, size) => {
    expect(decoderInputSize(shapeOf(change))).toBe(size);
  });

  it.each([
    ["additive", "bahdanau", { context: true, attentional: false, fed: false }],
    ["additive", "luong", { context: false, attentional: true, fed: true }],
    ["none", "bahdanau", { context: false, attentional: false, fed: false }],
    ["none", "luong", { context: false, attentional: false, fed: false }],
  ] as const)("times attention %s, %s", (attention, timing, expected) => {
    const shape = shapeOf({ attention, timing, inputFeeding: "on" });
    expect(contextEntersCell(shape)).toBe(expected.context);
    expect(hasAttentionalState(shape)).toBe(expected.attentional);
    expect(feedsInput(shape)).toBe(expected.fed);
  });
});
