import { describe, expect, it } from "vitest";
import { type Config, DEFAULT_CONFIG } from "../../engine/setup/config";
import { modelShape, type ModelShape } from "../../engine/setup/modelShape";
import { parameterCount } from "../../engine/setup/learnedParameters";
import { activationRows, parameterGroups } from "./modelTable";

function shapeOf(change: Partial<Config> = {}): ModelShape {
  return modelShape({ ...DEFAULT_CONFIG, ...change }, 40, 30);
}

function parameters(change: Partial<Config>): string[] {
  return parameterGroups(shapeOf(change)).flatMap(({ rows }) =>
    rows.map(({ name, shape, count }) => `${name} [${shape.join(", ")}] ${count}`),
  );
}

/** Each tensor as letters and as numbers. */
function activations(change: Partial<Config>): string[] {
  return activationRows(shapeOf(change), 64).map(({ name, shape }) => {
    const letters = shape.map(({ letter }) => letter).join(", ");
    const sizes = shape.map(({ letter, size }) => size ?? letter).join(", ");
    return `${name} [${letters}] [${sizes}]`;
  });
}

/** Encoder states, the last encoder state, and the decoder states. */
function stateSymbols(change: Partial<Config>): string[] {
  return activationRows(shapeOf(change), 64)
    .filter(({ name }) => name.includes("State"))
    .map(({ symbol }) => symbol);
}

describe("table of parameters", () => {
  it("has PyTorch's names and shapes, matrices as [out, in]", () => {
    expect(parameters({})).toEqual([
      "encoder.embedding.weight [40, 16] 640",
      "encoder.gru.weight_ih_l0 [192, 16] 3072",
      "encoder.gru.weight_hh_l0 [192, 64] 12288",
      "encoder.gru.bias_ih_l0 [192] 192",
      "encoder.gru.bias_hh_l0 [192] 192",
      "attention.query.weight [64, 64] 4096",
      "attention.key.weight [64, 64] 4096",
      "attention.v.weight [1, 64] 64",
      "decoder.embedding.weight [30, 16] 480",
      "decoder.gru.weight_ih_l0 [192, 80] 15360",
      "decoder.gru.weight_hh_l0 [192, 64] 12288",
      "decoder.gru.bias_ih_l0 [192] 192",
      "decoder.gru.bias_hh_l0 [192] 192",
      "decoder.out.weight [30, 64] 1920",
      "decoder.out.bias [30] 30",
    ]);
  });

  it("has the bridges, the wide keys and the attentional layer of a larger model", () => {
    const change = {
      cell: "lstm",
      direction: "bidirectional",
      attention: "general",
      timing: "luong",
    } as const;
    expect(parameters(change)).toEqual(
      expect.arrayContaining([
        "encoder.lstm.weight_ih_l0_reverse [256, 16] 4096",
        "encoder.bridge_cell.weight [64, 128] 8192",
        "attention.key.weight [64, 128] 8192",
        "decoder.lstm.weight_ih_l0 [256, 16] 4096",
        "decoder.attentional.weight [64, 192] 12288",
      ]),
    );
  });

  it("sums the parameters of each part and omits attention without parameters", () => {
    const groups = parameterGroups(shapeOf());
    expect(groups.map(({ part, count }) => [part, count])).toEqual([
      ["encoder", 640 + 3072 + 12288 + 384],
      ["attention", 2 * 4096 + 64],
      ["decoder", 480 + 15360 + 12288 + 384 + 1950],
    ]);
    const total = groups.reduce((sum, { count }) => sum + count, 0);
    expect(total).toBe(parameterCount(shapeOf()));
    const plain = parameterGroups(shapeOf({ attention: "dot" }));
    expect(plain.map(({ part }) => part)).toEqual(["encoder", "decoder"]);
  });
});

describe("table of activations", () => {
  it("follows the default model: attention first, then the cell", () => {
    expect(activations({})).toEqual([
      "sourceIds [B, S] [64, S]",
      "sourceTokens [B, S, E] [64, S, 16]",
      "encoderStates [B, S, H] [64, S, 64]",
      "finalState [L, B, H] [1, 64, 64]",
      "decoderState [L, B, H] [1, 64, 64]",
      "query [B, 1, H] [64, 1, 64]",
      "weights [B, 1, S] [64, 1, S]",
      "context [B, 1, H] [64, 1, 64]",
      "cellInput [B, 1, E+H] [64, 1, 80]",
      "logits [B, V] [64, 30]",
    ]);
  });

  it("has 2H and 2L in the states of a bidirectional encoder", () => {
    const rows = activations({ direction: "bidirectional", layers: 2, attention: "general" });
    expect(rows).toEqual(
      expect.arrayContaining([
        "encoderStates [B, S, 2H] [64, S, 128]",
        "finalState [2L, B, H] [4, 64, 64]",
        "decoderState [L, B, H] [2, 64, 64]",
        "query [B, 1, H] [64, 1, 64]",
        "context [B, 1, 2H] [64, 1, 128]",
        "cellInput [B, 1, E+2H] [64, 1, 144]",
      ]),
    );
  });

  it("has the cell first and h~ in Luong timing", () => {
    const rows = activations({ timing: "luong", inputFeeding: "on", tokenInput: "onehot" });
    expect(rows.map((row) => row.split(" ")[0])).toEqual([
      "sourceIds",
      "sourceTokens",
      "encoderStates",
      "finalState",
      "decoderState",
      "cellInput",
      "query",
      "weights",
      "context",
      "attentional",
      "logits",
    ]);
    expect(rows).toContain("sourceTokens [B, S, Vₓ] [64, S, 40]");
    expect(rows).toContain("cellInput [B, 1, V+H] [64, 1, 94]");
    expect(rows).toContain("attentional [B, 1, H] [64, 1, 64]");
  });

  it("writes encoder states as h and decoder states as s in both timings", () => {
    expect(stateSymbols({})).toEqual(["h₁ … h_S", "h", "s"]);
    expect(stateSymbols({ timing: "luong", cell: "lstm" })).toEqual([
      "h₁ … h_S",
      "(h, C)",
      "(s, C)",
    ]);
  });

  it("has no attention tensors without attention", () => {
    const rows = activations({ attention: "none", timing: "luong" });
    expect(rows.slice(5)).toEqual(["cellInput [B, 1, E] [64, 1, 16]", "logits [B, V] [64, 30]"]);
  });
});
