import { describe, expect, it } from "vitest";
import { type Config, DEFAULT_CONFIG, FIELDS } from "./config";
import { obstacleTo } from "./conflicts";
import { modelShape, type ModelShape } from "./modelShape";
import { initialParameters, parameterCount, parameterSpecs } from "./learnedParameters";
import { createRandom } from "../rng";

const SMALL = { hiddenSize: 4, embeddingSize: 3 };

/** H = 4, E = 3, 7 source and 5 target tokens. */
function small(change: Partial<Config>): ModelShape {
  return modelShape({ ...DEFAULT_CONFIG, ...SMALL, ...change }, 7, 5);
}

function names(shape: ModelShape): string[] {
  return parameterSpecs(shape).map(({ name }) => name);
}

/** Every combination of the settings that decide which parameters a model has. */
function allShapes(): ModelShape[] {
  const { cell, direction, tokenInput, attention, timing, inputFeeding } = FIELDS;
  const configs: Config[] = [DEFAULT_CONFIG];
  const grow = (name: keyof Config, values: readonly (string | number)[]): void => {
    const grown = configs.flatMap((config) =>
      values.map((value) => ({ ...config, [name]: value })),
    );
    configs.splice(0, configs.length, ...grown);
  };
  grow("cell", cell.options);
  grow("layers", [1, 2]);
  grow("direction", direction.options);
  grow("tokenInput", tokenInput.options);
  grow("attention", attention.options);
  grow("timing", timing.options);
  grow("inputFeeding", inputFeeding.options);
  return configs
    .filter((config) => obstacleTo(config, "attention", config.attention) === null)
    .map(small);
}

/** Initial values of the output's matrix, the second to last parameter of the flat vector. */
function firstOut(shape: ModelShape): Float32Array {
  const [weight, bias] = [4 * 5, 5]; // H x V, V
  return initialParameters(shape, createRandom(1)).slice(-weight - bias, -bias);
}

describe("parameters", () => {
  it("of the default model are those of PyTorch's modules, in the order of the shipped files", () => {
    const specs = parameterSpecs(modelShape(DEFAULT_CONFIG, 30, 30));
    expect(specs.map(({ name, shape }) => `${name} ${shape.join("x")}`)).toEqual([
      "encoder.embedding.weight 30x16",
      "encoder.gru.weight_ih_l0 16x192",
      "encoder.gru.weight_hh_l0 64x192",
      "encoder.gru.bias_ih_l0 192",
      "encoder.gru.bias_hh_l0 192",
      "attention.query.weight 64x64",
      "attention.key.weight 64x64",
      "attention.v.weight 64x1",
      "decoder.embedding.weight 30x16",
      "decoder.gru.weight_ih_l0 80x192",
      "decoder.gru.weight_hh_l0 64x192",
      "decoder.gru.bias_ih_l0 192",
      "decoder.gru.bias_hh_l0 192",
      "decoder.out.weight 64x30",
      "decoder.out.bias 30",
    ]);
  });

  it("have PyTorch's names of layers and directions", () => {
    const shape = small({ cell: "lstm", layers: 2, direction: "bidirectional", attention: "none" });
    expect(names(shape).filter((name) => name.startsWith("encoder."))).toEqual([
      "encoder.embedding.weight",
      ...["l0", "l0_reverse", "l1", "l1_reverse"].flatMap((layer) =>
        ["weight_ih", "weight_hh", "bias_ih", "bias_hh"].map(
          (part) => `encoder.lstm.${part}_${layer}`,
        ),
      ),
      "encoder.bridge.weight",
      "encoder.bridge.bias",
      "encoder.bridge_cell.weight",
      "encoder.bridge_cell.bias",
    ]);
    const decoder = names(shape).filter((name) => name.startsWith("decoder.lstm."));
    expect(decoder.map((name) => name.slice("decoder.lstm.".length))).toEqual([
      "weight_ih_l0",
      "weight_hh_l0",
      "bias_ih_l0",
      "bias_hh_l0",
      "weight_ih_l1",
      "weight_hh_l1",
      "bias_ih_l1",
      "bias_hh_l1",
    ]);
  });

  it.each([
    // embeddings 30*16 twice, encoder 192*(16+64+2), scores 64*(64+64+1), decoder 192*(80+64+2), output 64*30+30
    ["default", modelShape(DEFAULT_CONFIG, 30, 30), 480 + 15744 + 8256 + 480 + 28032 + 1950],
    // no attention: embeddings 7*3 and 5*3, cells 12*(3+4+2), output 4*5+5
    ["plain GRU", small({ attention: "none" }), 21 + 108 + 15 + 108 + 25],
    // one-hot: cells 4*(7+4+2) and 4*(5+4+4+2), W of General 4*4, Wc (4+4)*4
    [
      "one-hot RNN, general, Luong, input feeding",
      small({
        cell: "rnn",
        tokenInput: "onehot",
        attention: "general",
        timing: "luong",
        inputFeeding: "on",
      }),
      52 + 16 + 60 + 32 + 25,
    ],
    // encoder 2*16*(3+4+2) + 2*16*(8+4+2), bridges 2*(8*4+4), concat (4+8)*4+4, decoder 16*(3+8+4+2) + 16*(4+4+2)
    [
      "LSTM, two layers, both directions, concat",
      small({ cell: "lstm", layers: 2, direction: "bidirectional", attention: "concat" }),
      21 + 288 + 448 + 72 + 52 + 15 + 272 + 160 + 25,
    ],
  ] as const)("have the number of values that was counted by hand: %s", (_, shape, count) => {
    expect(parameterCount(shape)).toBe(count);
  });

  it("of the scores have the sizes in their equations", () => {
    const without = parameterCount(small({ attention: "dot" })); // q.k has no parameters
    const extra = (change: Partial<Config>): number => parameterCount(small(change)) - without;
    expect(extra({ attention: "diagonal" })).toBe(4); //                d
    expect(extra({ attention: "general" })).toBe(4 * 4); //             W
    expect(extra({ attention: "additive" })).toBe(2 * 4 * 4 + 4); //    W, U, v
    expect(extra({ attention: "concat" })).toBe(8 * 4 + 4); //          Wa, v: the same function and size
  });

  it("have unique names in every model", () => {
    const shapes = allShapes();
    expect(shapes.length).toBeGreaterThan(400);
    for (const shape of shapes) expect(new Set(names(shape)).size).toBe(names(shape).length);
  });

  it("have initial values that do not depend on the model's other parameters", () => {
    expect(firstOut(small({ attention: "none" }))).toEqual(
      firstOut(small({ attention: "concat" })),
    );
  });
});
