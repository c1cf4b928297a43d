/** An encoder alone: a name's class from the last states of its top layer. Call inside `ops.scope`. */
import type { NameBatch } from "../../alone/nameBatch";
import { directionsOf } from "../../setup/modelShape";
import type { DropoutMasks } from "../../training/dropoutMasks";
import { zeroState } from "../cell";
import { type EncoderLayer, layersGradient, readLayers } from "../encoder";
import { columnsOf, type Matrix } from "../matrix";
import { type Gradients, type Network, weight } from "../model";
import type { CellState } from "../ops";
import { type SourcePositions, sourcePositions } from "../positions";

export interface ClassifierRun {
  readonly source: SourcePositions;
  readonly layers: readonly EncoderLayer[];
  readonly last: Matrix; //   of both directions, side by side  [B, K]
  readonly logits: Matrix; // [B, C]
}

export function runClassifier(
  network: Network,
  batch: NameBatch,
  masks: DropoutMasks,
): ClassifierRun {
  const { ops } = network;
  const source = sourcePositions(ops, batch);
  const layers = readLayers(network, source, masks);
  const finals = layers.at(-1)?.runs.map(({ final }) => final.h) ?? [];
  const [first, ...others] = finals as [Matrix, ...Matrix[]];
  const last = others.length > 0 ? ops.sideBySide(finals) : first;
  const bias = weight(network, "classifier.bias");
  const logits = ops.product(last, weight(network, "classifier.weight"), bias);
  return { source, layers, last, logits };
}

/** What the loss is about: the class of each name. [B, 1] each */
export function classTargets({ ops }: Network, { labels, size }: NameBatch) {
  return {
    ids: ops.matrix(Float32Array.from(labels), size, 1),
    mask: ops.matrix(new Float32Array(size).fill(1), size, 1),
  };
}

/** Sets the gradients of all parameters. dLogits [B, C] */
export function classifierGradient(
  network: Network,
  { source, layers, last }: ClassifierRun,
  dLogits: Matrix,
  gradients: Gradients,
): void {
  const { ops, shape } = network;
  const H = shape.hiddenSize;
  gradients.set("classifier.weight", ops.outerProduct(last, dLogits));
  gradients.set("classifier.bias", ops.columnSums(dLogits));
  const dLast = ops.product(dLogits, ops.transpose(weight(network, "classifier.weight"))); // [B, K]
  const memory = zeroState(network, last.rows).c; // nothing leaves through an LSTM's last memory
  const ofTop = directionsOf(shape).map((_, d): CellState => ({
    h: columnsOf(dLast, d * H, H),
    c: memory,
  }));
  const below = layers.slice(1).map(() => directionsOf(shape).map(() => null));
  layersGradient(
    network,
    { source, layers },
    { dValues: null, dFinals: [...below, ofTop] },
    gradients,
  );
}
