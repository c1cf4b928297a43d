/** A decoder alone that is told a class: the next letter after each beginning of a name. Call inside `ops.scope`. */
import { classSize, letterSize } from "../../alone/aloneShape";
import type { NameBatch } from "../../alone/nameBatch";
import type { DropoutMasks } from "../../training/dropoutMasks";
import { cellOf } from "../cell";
import { directionGradient, type DirectionRun, runDirection } from "../encoderLayer";
import {
  dropped,
  inputWeightGradient,
  type LayerInput,
  productGradient,
  project,
  sequenceInput,
  setEmbeddingGradient,
  vectorsGradient,
} from "../layerInput";
import { type Matrix, rowsOf } from "../matrix";
import { type Gradients, type Network, weight } from "../model";
import type { AloneNetwork } from "./network";
import { type SourcePositions, sourcePositions, tokenColumn } from "../positions";

interface Layer {
  readonly input: LayerInput; // of the first layer: the letters
  readonly run: DirectionRun;
}

export interface GeneratorRun {
  readonly source: SourcePositions;
  readonly classes: ClassInput;
  readonly layers: readonly Layer[]; // bottom first
  readonly states: Matrix; // of the top layer  [N B, H]
  readonly logits: Matrix; // [N B, V]
}

/** The class of each name, once more at every position. */
interface ClassInput {
  readonly ids: Matrix; // [N B, 1]
  readonly input: LayerInput;
}

export function runGenerator(
  network: AloneNetwork,
  batch: NameBatch,
  masks: DropoutMasks,
): GeneratorRun {
  const { ops, shape } = network;
  const source = sourcePositions(ops, batch);
  const places = { masks, batch: source.batch, length: source.length };
  const told = classInput(network, batch);
  const layers: Layer[] = [];
  for (let l = 0; l < shape.layers; l++) {
    const below = layers.at(-1);
    const input = below
      ? dropped(ops, below.run.states, masks, { site: "decoder.layers", ...places })
      : sequenceInput(network, "decoder", source.ids, places);
    const cell = cellOf(network, "decoder", `l${l}`);
    const projected = below
      ? project(ops, input, cell.inputWeight, cell.inputBias)
      : projectFirst(network, input, told);
    layers.push({ input, run: runDirection(network, cell, { projected, source }, "forward") });
  }
  const { states } = (layers.at(-1) as Layer).run;
  const bias = weight(network, "decoder.out.bias");
  const logits = ops.product(states, weight(network, "decoder.out.weight"), bias);
  return { source, classes: told, layers, states, logits };
}

function classInput(
  network: AloneNetwork,
  { labels, size: B, sourceLength: N }: NameBatch,
): ClassInput {
  const { ops, shape } = network;
  const repeated = Float32Array.from({ length: N * B }, (_, i) => labels[i % B] ?? 0);
  const ids = ops.matrix(repeated, N * B, 1);
  if (shape.tokenInput === "onehot")
    return { ids, input: { kind: "one-hot", ids, tokens: shape.classes } };
  const table = weight(network, "decoder.class_embedding.weight"); // [C, E]
  return { ids, input: { kind: "table", table, ids } };
}

/** The rows of the first layer's W_ih for the letter and for the class: [x; k] W = x W_x + k W_k. */
function blocks(network: AloneNetwork) {
  const { inputWeight, inputBias } = cellOf(network, "decoder", "l0");
  const X = letterSize(network.shape);
  return {
    ofLetters: rowsOf(inputWeight, 0, X),
    ofClass: rowsOf(inputWeight, X, classSize(network.shape, network.shape.classes)),
    inputBias,
  };
}

/** [x; k] W_ih + b_ih at every position. -> [N B, GH] */
function projectFirst(network: AloneNetwork, letters: LayerInput, told: ClassInput): Matrix {
  const { ops } = network;
  const { ofLetters, ofClass, inputBias } = blocks(network);
  const ofLetter = project(ops, letters, ofLetters, inputBias);
  return ops.add(ofLetter, project(ops, told.input, ofClass, ops.zeros(1, inputBias.cols)));
}

/** What the loss is about: the next letter at each position, or <eos>. [N B, 1] each */
export function letterTargets({ ops }: Network, batch: NameBatch, { mask }: SourcePositions) {
  return { ids: tokenColumn(ops, batch.targets, [batch.size, batch.sourceLength]), mask };
}

/** Sets the gradients of all parameters. dLogits [N B, V] */
export function generatorGradient(
  network: AloneNetwork,
  { source, classes: told, layers, states }: GeneratorRun,
  dLogits: Matrix,
  gradients: Gradients,
): void {
  const { ops } = network;
  gradients.set("decoder.out.weight", ops.outerProduct(states, dLogits));
  gradients.set("decoder.out.bias", ops.columnSums(dLogits));
  let dStates = ops.product(dLogits, ops.transpose(weight(network, "decoder.out.weight")));
  for (let l = layers.length - 1; l >= 0; l--) {
    const { input, run } = layers[l] as Layer;
    const dProjected = directionGradient(network, run, { dStates, dFinal: null }, gradients);
    if (l === 0) firstGradient(network, { source, input, told, dProjected }, gradients);
    else if (input.kind === "vectors") {
      gradients.set(run.cell.name("weight_ih"), inputWeightGradient(ops, input, dProjected));
      const transposed = ops.transpose(run.cell.inputWeight);
      dStates = vectorsGradient(ops, input.mask, [{ dy: dProjected, transposed }]);
    }
  }
}

interface FirstLayer {
  readonly source: SourcePositions;
  readonly input: LayerInput;
  readonly told: ClassInput;
  readonly dProjected: Matrix; // [N B, GH]
}

function firstGradient(
  network: AloneNetwork,
  { source, input, told, dProjected }: FirstLayer,
  gradients: Gradients,
): void {
  const { ops } = network;
  const { ofLetters, ofClass } = blocks(network);
  const dLetters = productGradient(ops, input, dProjected);
  const dClasses = productGradient(ops, told.input, dProjected);
  const dWeight = [
    inputWeightGradient(ops, input, dLetters),
    inputWeightGradient(ops, told.input, dClasses),
  ];
  gradients.set(cellOf(network, "decoder", "l0").name("weight_ih"), ops.stack(dWeight));
  const products = () => [{ dy: dLetters, transposed: ops.transpose(ofLetters) }];
  setEmbeddingGradient(network, "decoder", { input, ids: source.ids, products }, gradients);
  if (told.input.kind !== "table") return;
  const dTable = ops.product(dClasses, ops.transpose(ofClass)); // [C, E]
  gradients.set("decoder.class_embedding.weight", dTable);
}
