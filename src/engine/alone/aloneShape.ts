/**
 * The shape of half of the family: an encoder with a classifier on its last states, or a decoder that is told a class.
 * The names of the parameters are those of the whole network, so that its layers read them.
 */
import type { ModelShape } from "../setup/modelShape";
import { keySize, tokenSize } from "../setup/modelShape";
import { embedding, linear, vector } from "../setup/learnedParameter";
import { type ParameterSpec, parameterSpecs } from "../setup/learnedParameters";
import type { AloneConfig, AloneKind } from "./aloneConfig";

export interface AloneShape extends ModelShape {
  readonly alone: AloneKind;
  readonly classes: number;
  readonly parameters: readonly ParameterSpec[];
}

/** The sizes and switches that a set-up decides. */
export type AloneSettings = Pick<
  AloneConfig,
  "alone" | "cell" | "layers" | "direction" | "tokenInput" | "hiddenSize" | "embeddingSize"
>;

/** @param letters size of the vocabulary, special tokens included */
export function aloneShape(settings: AloneSettings, letters: number, classes: number): AloneShape {
  const { alone, cell, layers, tokenInput, hiddenSize, embeddingSize } = settings;
  const body: ModelShape = {
    network: "recurrent",
    heads: "2",
    positions: "sinusoidal",
    cell,
    layers,
    decoderLayers: "same",
    direction: alone === "classifier" ? settings.direction : "unidirectional",
    sourceOrder: "forward",
    tokenInput,
    attention: "none",
    timing: "bahdanau",
    inputFeeding: "off",
    hiddenSize,
    embeddingSize,
    sourceTokens: letters,
    targetTokens: letters,
  };
  const parameters = { classifier: classifierSpecs, generator: generatorSpecs }[alone](
    body,
    classes,
  );
  return { ...body, alone, classes, parameters };
}

function sideOf(body: ModelShape, side: "encoder" | "decoder"): ParameterSpec[] {
  return parameterSpecs(body).filter(({ name }) => name.startsWith(`${side}.`));
}

/** The encoder without a bridge: the classifier reads the last states of both directions, side by side. */
function classifierSpecs(body: ModelShape, classes: number): ParameterSpec[] {
  const K = keySize(body);
  return [
    ...sideOf(body, "encoder").filter(({ name }) => !name.startsWith("encoder.bridge")),
    { name: "classifier.weight", ...linear([K, classes]) },
    { name: "classifier.bias", ...vector(K, classes) },
  ];
}

/** The decoder, whose first layer reads the class beside every letter: where the context joins in the whole network. */
function generatorSpecs(body: ModelShape, classes: number): ParameterSpec[] {
  const wider = sideOf(body, "decoder").map((spec) => {
    const [input = 0, columns = 0] = spec.shape;
    const isFirst = spec.name.endsWith("weight_ih_l0");
    return isFirst ? { ...spec, shape: [input + classSize(body, classes), columns] } : spec;
  });
  if (body.tokenInput === "onehot") return wider;
  const vectors = embedding(classes, body.embeddingSize);
  return [{ name: "decoder.class_embedding.weight", ...vectors }, ...wider];
}

/** Width of a class's vector: E, or the number of classes for one-hot vectors, as letters have. */
export function classSize(shape: ModelShape, classes: number): number {
  return shape.tokenInput === "learned" ? shape.embeddingSize : classes;
}

/** Width of the letters' part of the first layer's input in a generator. */
export function letterSize(shape: ModelShape): number {
  return tokenSize(shape, "decoder");
}
