import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Damage, damages } from "../../testing/fileDamage";
import { familyConfigs } from "../../testing/family";
import { edited, metadataOf, savedModel, withHeader, withSettings } from "../../testing/modelFiles";
import { FIELDS } from "../setup/config";
import { obstacleTo } from "../setup/conflicts";
import { modelFileName, readModelFile, type SavedModel, writeModelFile } from "./modelFile";
import { ModelFileError, type ModelProblem } from "./modelProblem";
import { modelShape } from "../setup/modelShape";
import { initialParameters, parameterCount } from "../setup/learnedParameters";
import { createRandom } from "../rng";
import { FILE_LIMIT } from "./safetensors";
import { SPECIAL_TOKENS } from "../text/tokens";

const model = savedModel({ direction: "bidirectional", timing: "luong", inputFeeding: "on" });
const file = writeModelFile(model);

/** The outcome of reading; any error except a ModelFileError fails the test. */
function readOrRefuse(bytes: Uint8Array): SavedModel | ModelProblem {
  try {
    return readModelFile(bytes);
  } catch (error) {
    if (error instanceof ModelFileError) return error.problem;
    throw error;
  }
}

function problemOf(bytes: Uint8Array): ModelProblem | null {
  const outcome = readOrRefuse(bytes);
  return "kind" in outcome ? outcome : null;
}

function withMetadata(change: Record<string, unknown>): Uint8Array {
  return edited(file, (header) => Object.assign(metadataOf(header), change));
}

/** Expects a complete model: its parameters fit its config, and they are finite. */
function expectWhole({ config, sourceTokens, targetTokens, steps, parameters }: SavedModel): void {
  const shape = modelShape(config, sourceTokens.length, targetTokens.length);
  expect(parameters).toHaveLength(parameterCount(shape));
  expect(parameters.every(Number.isFinite)).toBe(true);
  expect(Number.isSafeInteger(steps)).toBe(true);
  expect(obstacleTo(config, "attention", config.attention)).toBeNull();
}

describe("a model file", () => {
  const family = familyConfigs();

  it(`reads exactly what was written, for each of ${family.length} kinds of model`, () => {
    for (const config of family) {
      const written = savedModel({ ...config, hiddenSize: 8, embeddingSize: 4 });
      expect(readModelFile(writeModelFile(written))).toEqual(written);
    }
  });

  it("holds tokens of any text, and config numbers with rounding errors", () => {
    const tokens = [
      "<pad>",
      "<sos>",
      "<eos>",
      "<unk>",
      "__proto__",
      '"',
      "\\",
      "한글",
      "\ud83d",
      "\u0000",
    ];
    const shape = modelShape(model.config, tokens.length, tokens.length);
    const written: SavedModel = {
      config: { ...model.config, forcing: 0.1 + 0.2, dropout: 0.15 },
      sourceTokens: tokens,
      targetTokens: tokens,
      steps: 0,
      parameters: initialParameters(shape, createRandom(1)),
    };
    const read = readModelFile(writeModelFile(written));
    expect(read.sourceTokens).toEqual(tokens);
    expect(read.config.forcing).toBe(0.3);
  });

  it("is not written if it could not be read", () => {
    const parameters = model.parameters.with(3, Number.NaN);
    expect(() => writeModelFile({ ...model, parameters })).toThrow(ModelFileError);
    const zeros = new Float32Array(model.parameters.length); // as read from a lost device
    expect(() => writeModelFile({ ...model, parameters: zeros })).toThrow(/allZero/);
  });

  it.each([
    ["a token twice", ["a", "b", "a"], /occurs twice/],
    ["a special token twice", ["a", "<eos>"], /occurs twice/],
    ["an empty token", ["a", ""], /0 characters/],
    ["a token that is too long", ["a".repeat(1001)], /1001 characters/],
    ["too many tokens", Array.from({ length: 20_000 }, (_, i) => `${i}`), /20004 tokens/],
  ])("rejects a vocabulary with %s", (_, ordinary, reason) => {
    const { config } = savedModel();
    const tokens = [...SPECIAL_TOKENS, ...ordinary];
    const shape = modelShape(config, tokens.length, tokens.length);
    const parameters = new Float32Array(parameterCount(shape));
    const odd = {
      config,
      sourceTokens: tokens,
      targetTokens: tokens,
      example: [],
      steps: 1,
      parameters,
    };
    expect(() => writeModelFile(odd)).toThrow(reason);
  });

  it("is no larger than the limit for the largest model that the settings allow", () => {
    const largest = modelShape(
      {
        ...model.config,
        cell: "lstm",
        layers: FIELDS.layers.max,
        tokenInput: "onehot",
        attention: "additive",
        timing: "bahdanau",
        hiddenSize: FIELDS.hiddenSize.max,
      },
      5004,
      5004,
    );
    expect(4 * parameterCount(largest)).toBeLessThan(0.9 * FILE_LIMIT);
  });

  it("of an earlier version has a decoder with as many layers as the encoder", () => {
    const deep = writeModelFile(savedModel({ layers: 2 }));
    const { decoderLayers: _, ...config } = savedModel({ layers: 2 }).config;
    const old = edited(deep, (header) =>
      Object.assign(metadataOf(header), { config: JSON.stringify(config) }),
    );
    expect(readModelFile(old)).toEqual(readModelFile(deep));
  });

  it("is named after task, attention and steps", () => {
    expect(modelFileName(model.config, 600)).toBe("reverse-additive-600-steps.safetensors");
  });

  it("is rejected with the fault and its place", () => {
    const cases: [Uint8Array, object][] = [
      [new Uint8Array(FILE_LIMIT + 1), { kind: "tooLarge", limit: FILE_LIMIT }],
      [file.slice(0, -4), { kind: "notSafetensors" }],
      [withHeader(file, "{}"), { kind: "notSafetensors" }],
      [withMetadata({ format: "pt" }), { kind: "noConfig", entry: "format" }],
      [withMetadata({ steps: "-1" }), { kind: "noConfig", entry: "steps" }],
      [withMetadata({ target_vocabulary: "[]" }), { kind: "noConfig", entry: "target_vocabulary" }],
      [withSettings(file, { hiddenSize: 1e6 }), { kind: "noConfig", entry: "config.hiddenSize" }],
      [withSettings(file, { dropout: 0.12 }), { kind: "noConfig", entry: "config.dropout" }],
      [withSettings(file, { colour: "red" }), { kind: "noConfig", entry: "config.colour" }],
      [withSettings(file, { attention: "dot" }), { kind: "noConfig", entry: "config.attention" }],
      [
        withSettings(file, { cell: "lstm" }),
        { kind: "badTensor", tensor: "encoder.lstm.weight_ih_l0", fault: "missing" },
      ],
      [
        withSettings(file, { hiddenSize: 16 }),
        { kind: "badTensor", tensor: "encoder.gru.weight_ih_l0", fault: "shape" },
      ],
      [
        withSettings(file, { inputFeeding: "off" }),
        { kind: "badTensor", tensor: "decoder.gru.weight_ih_l0", fault: "shape" },
      ],
      [
        withSettings(file, { direction: "unidirectional" }),
        { kind: "badTensor", tensor: "attention.key.weight", fault: "shape" },
      ],
    ];
    for (const [bytes, problem] of cases) expect(problemOf(bytes)).toMatchObject(problem);
  });
});

describe("1,000 damaged model files", () => {
  const { parameters: weights, ...texts } = model;
  const count = { refused: 0, "other values": 0, "other settings or tokens": 0, "as it was": 0 };

  /** A file is rejected with a reason, or it is a complete model that differs only where bytes were overwritten. */
  function check({ kind, make }: Damage): void {
    const outcome = readOrRefuse(make());
    if ("kind" in outcome) return void count.refused++;
    expectWhole(outcome);
    const { parameters, ...rest } = outcome;
    const hasTexts = JSON.stringify(rest) === JSON.stringify(texts);
    // A changed letter in a setting or a token cannot be detected.
    expect([kind, hasTexts]).not.toEqual(["data", false]);
    expect(kind).not.toBe("header");
    const hasWeights = parameters.every((value, i) => Object.is(value, weights[i]));
    if (!hasTexts) count["other settings or tokens"]++;
    else count[hasWeights ? "as it was" : "other values"]++;
  }

  it("are rejected, or read as complete models", () => {
    fc.assert(fc.property(damages(file), check), { numRuns: 1000, seed: 20260101 });
    expect(Object.values(count).reduce((sum, n) => sum + n, 0)).toBe(1000);
    expect(count.refused).toBeGreaterThan(500);
    expect(count["other values"]).toBeGreaterThan(50);
    process.stdout.write(`damaged model files: ${JSON.stringify(count)}\n`);
  });
});
