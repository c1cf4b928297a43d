/** The networks that only read or only write, composed of the tensor library's operations: the reference of gradients. */
import { add, concat, reshape, slice, type Tensor, tensor, tile } from "@tensorflow/tfjs-core";
import { type AloneShape, letterSize } from "../alone/aloneShape";
import type { NameBatch } from "../alone/nameBatch";
import { sourceTensors } from "./batchTensors";
import { cellWeights, projectInput } from "./cell";
import { type Dropout } from "./dropout";
import { readLayers, runDirection, type SourceBatch } from "./encoder";
import { crossEntropy } from "./loss";
import { lookUp, product } from "./product";
import { tokenProjection } from "./tokenInput";
import { type Weights, weight } from "./weights";

export interface AloneTensors {
  readonly states: readonly Tensor[]; // of each layer, top layer last  [B, N, K]
  readonly logits: Tensor; // of the classifier [B, C]; of the generator [B N, V]
  readonly loss: Tensor; //   a scalar, in nats
}

export function runAlone(
  weights: Weights,
  shape: AloneShape,
  batch: NameBatch,
  dropout: Dropout,
): AloneTensors {
  const { alone } = shape;
  const source = sourceTensors(batch);
  switch (alone) {
    case "classifier": {
      const { layers, runs } = readLayers(weights, shape, source, dropout);
      const last = concat(runs.at(-1)?.map(({ final }) => final.h) ?? [], 1); // [B, K]
      const logits = affine(weights, "classifier", last);
      const labels = tensor(batch.labels, [batch.size], "int32");
      const everyName = tensor(new Float32Array(batch.size).fill(1), [batch.size, 1]);
      return { states: layers, logits, loss: crossEntropy(logits, labels, everyName) };
    }
    case "generator": {
      const states = writeLayers(weights, shape, { batch, source }, dropout);
      const top = reshape(states.at(-1) as Tensor, [-1, shape.hiddenSize]); // [B N, H]
      const logits = affine(weights, "decoder.out", top);
      const targets = tensor(batch.targets, [batch.targets.length], "int32");
      return { states, logits, loss: crossEntropy(logits, targets, reshape(source.mask, [-1, 1])) };
    }
    default:
      return alone satisfies never;
  }
}

function affine(weights: Weights, name: "classifier" | "decoder.out", x: Tensor): Tensor {
  return add(product(x, weight(weights, `${name}.weight`)), weight(weights, `${name}.bias`));
}

interface Written {
  readonly batch: NameBatch;
  readonly source: SourceBatch;
}

/** The decoder's layers over known letters, the class beside each of them. -> [B, N, H] each */
function writeLayers(
  weights: Weights,
  shape: AloneShape,
  { batch, source }: Written,
  dropout: Dropout,
): Tensor[] {
  const letters = tokenProjection(
    { weights, shape, dropout },
    "decoder",
    reshape(source.ids, [-1]),
  );
  const layers: Tensor[] = [];
  for (let l = 0; l < shape.layers; l++) {
    const cell = cellWeights(weights, shape, "decoder", `l${l}`);
    const below = layers.at(-1);
    let projected: Tensor;
    if (below) {
      const input = reshape(dropout("decoder.layers", below), [-1, shape.hiddenSize]);
      projected = projectInput(cell, input);
    } else {
      const X = letterSize(shape);
      const [rows, columns] = cell.inputWeight.shape as [number, number];
      const ofLetters = slice(cell.inputWeight, [0, 0], [X, columns]);
      const ofClass = slice(cell.inputWeight, [X, 0], [rows - X, columns]);
      const told = classProjection(weights, shape, batch, ofClass); // [B N, GH]
      projected = add(letters(ofLetters, cell.inputBias), told);
    }
    layers.push(runDirection(cell, projected, source, "forward").states);
  }
  return layers;
}

/** k W for the vector k of each name's class, once more at every position. w [D, GH] -> [B N, GH] */
function classProjection(
  weights: Weights,
  { tokenInput }: AloneShape,
  { labels, size: B, sourceLength: N }: NameBatch,
  w: Tensor,
): Tensor {
  const ids = tensor(labels, [B], "int32");
  const told =
    tokenInput === "onehot"
      ? lookUp(ids, w)
      : product(lookUp(ids, weight(weights, "decoder.class_embedding.weight")), w); // [B, GH]
  return reshape(tile(reshape(told, [B, 1, -1]), [1, N, 1]), [B * N, -1]);
}
