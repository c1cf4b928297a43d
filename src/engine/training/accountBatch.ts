/** Accounts for a batch: what the network reads, what it says, and its numbers with masks on and off. */
import {
  logSoftmax,
  mul,
  neg,
  oneHot,
  onesLike,
  reshape,
  stack,
  sum,
  type Tensor,
  tensor,
  tensor1d,
  unstack,
} from "@tensorflow/tfjs-core";
import type { Batch } from "../batch";
import { decodeGreedily, decodingLimit } from "../decoding/greedy";
import { cutExample } from "../fused/threads/shares";
import { attendTo, prepareScore } from "../model/attention";
import { attentionMask, sourceTensors, targetTensors } from "../model/batchTensors";
import {
  decoderStep,
  type DecoderStepTensors,
  decoderWeights,
  initialState,
  projectTokens,
  readLogits,
} from "../model/decoder";
import { type Dropout, dropoutBy } from "../model/dropout";
import { encode } from "../model/encoder";
import { readTensor } from "../model/readTensor";
import { plainResult } from "../model/scope";
import { viewWeights, type Weights } from "../model/weights";
import {
  type BatchAccount,
  type BatchPass,
  type BatchRow,
  type Filling,
  type Mask,
  countedLosses,
  meanOf,
  type RowPass,
} from "../results/batchAccount";
import type { ModelShape } from "../setup/modelShape";
import type { Task } from "../tasks/task";
import { EOS, type TokenView, type Vocabulary, viewToken } from "../text/tokens";
import { masksOf } from "./dropoutMasks";
import { chooseInputs } from "./teacherForcing";
import type { DrawnUpdate } from "./trainer";

/** A model with the weights of some update. */
export interface AccountedModel {
  readonly task: Task;
  readonly shape: ModelShape;
  readonly parameters: Float32Array; // [P]
}

export interface AccountOptions {
  readonly rows: number; // the number of rows, from the first on
  readonly off: readonly Mask[];
}

type Accounted = Omit<BatchAccount, "update" | "trainedSteps">;

/** Runs the textbook network over the first rows of a batch, with its dropout: with all masks, and with some off. */
export function accountBatch(
  { task, shape, parameters }: AccountedModel,
  { pairs, example }: DrawnUpdate,
  { rows: wanted, off }: AccountOptions,
): Accounted {
  const count = Math.min(wanted, example.batch.size);
  const { batch, truthFed, dropout } = cutExample(example, {
    first: 0,
    count,
    of: example.batch.size,
  });
  return plainResult(() => {
    const weights = viewWeights(shape, tensor1d(parameters));
    const choice = { truthFed, dropout: dropoutBy(masksOf(dropout, "inputs")) };
    const inputs = chooseInputs(weights, shape, batch, choice);
    const run = (masks: readonly Mask[]): BatchPass => {
      const pass = { batch, inputs, dropout: dropoutBy(masksOf(dropout, "loss")) };
      return passWith(weights, shape, pass, masks);
    };
    return {
      batchSize: example.batch.size,
      ...fillings(example.batch),
      rows: rowsOf(task, batch, inputs, truthFed),
      written: pairs.slice(0, count).map(({ source }) => source),
      answers: answersTo(task, weights, shape, batch),
      masked: run([]),
      unmasked: off.length === 0 ? null : run(off),
    };
  });
}

function fillings({ source, sourceLengths, targetOut, targetLengths }: Batch): {
  readonly source: Filling;
  readonly target: Filling;
} {
  return { source: filling(sourceLengths, source), target: filling(targetLengths, targetOut) };
}

function filling(lengths: readonly number[], { length: cells }: Int32Array): Filling {
  return { real: lengths.reduce((a, b) => a + b, 0), cells };
}

/** Cuts a row-major array into rows of this width. */
function inRows<T>(values: ArrayLike<T>, width: number): T[][] {
  const all = Array.from(values);
  return Array.from({ length: all.length / width }, (_, row) =>
    all.slice(row * width, (row + 1) * width),
  );
}

/** The rows of a batch with their tokens. inputs, truthFed [B, T] row-major */
export function rowsOf(
  task: Task,
  batch: Batch,
  inputs: Int32Array,
  truthFed: readonly boolean[],
): BatchRow[] {
  const { sourceLength: S, targetLength: T } = batch;
  const views = (vocabulary: Vocabulary, ids: Int32Array, width: number): TokenView[][] =>
    inRows(ids, width).map((row) => row.map((id) => viewToken(vocabulary, id)));
  const sources = views(task.sourceVocabulary, batch.source, S);
  const fed = views(task.targetVocabulary, inputs, T);
  const wanted = views(task.targetVocabulary, batch.targetOut, T);
  const coins = inRows(truthFed, T);
  return sources.map((source, row) => ({
    source,
    sourceLength: batch.sourceLengths[row] ?? 0,
    fed: fed[row] ?? [],
    truthFed: coins[row] ?? [],
    wanted: wanted[row] ?? [],
    targetLength: batch.targetLengths[row] ?? 0,
  }));
}

function answersTo(task: Task, weights: Weights, shape: ModelShape, batch: Batch): TokenView[][] {
  const limit = decodingLimit(task.maxTargetLength);
  return decodeGreedily(weights, shape, batch, limit).map(({ tokens, ended }) =>
    (ended ? [...tokens, EOS] : tokens).map((id) => viewToken(task.targetVocabulary, id)),
  );
}

interface FedBatch {
  readonly batch: Batch;
  readonly inputs: Int32Array; // decoder input ids, [B, T]
  readonly dropout: Dropout;
}

/** A forward pass with some masks off. The decoder's inputs stay those of training. */
function passWith(
  weights: Weights,
  shape: ModelShape,
  fed: FedBatch,
  off: readonly Mask[],
): BatchPass {
  const { batch } = fed;
  const { steps, start } = unroll(weights, shape, fed, off);
  const losses = inRows(readTensor(lossesOf(weights, shape, fed, steps)), batch.targetLength);
  const looks = looksOf(batch, steps);
  const starts = inRows(readTensor(start), shape.hiddenSize);
  const rows = losses.map((row, i): RowPass => ({
    losses: row,
    looks: looks && (looks[i] ?? []),
    start: Float32Array.from(starts[i] ?? []),
  }));
  const counted = rows.flatMap((row, i) =>
    countedLosses({ targetLength: batch.targetLengths[i] ?? 0 }, row, off),
  );
  return { off, loss: meanOf(counted), rows };
}

/** The batch as it would be if every token were real. */
function withoutLengths(batch: Batch): Batch {
  return { ...batch, sourceLengths: batch.sourceLengths.map(() => batch.sourceLength) };
}

/** Encoder and decoder, step by step. `start`: the first state of the top layer [B, H]. */
function unroll(
  weights: Weights,
  shape: ModelShape,
  { batch, inputs, dropout }: FedBatch,
  off: readonly Mask[],
): { readonly steps: readonly DecoderStepTensors[]; readonly start: Tensor } {
  const readsOn = off.includes("states");
  const source = sourceTensors(batch);
  const read = readsOn ? sourceTensors(withoutLengths(batch)) : source;
  const encoded = encode(weights, shape, read, dropout);
  const top = encoded.layers.at(-1) as Tensor; //                                     [B, S, K]
  const values = readsOn ? top : mul(top, reshape(source.mask, [...source.mask.shape, 1])); // 0 at padding, as PyTorch's pad_packed_sequence
  const real = attentionMask(source);
  const mask = off.includes("attention") ? onesLike(real) : real;
  const attend =
    shape.attention === "none"
      ? null
      : attendTo({ score: prepareScore(weights, shape, values), values, mask });
  const decoder = decoderWeights(weights, shape, dropout);
  const [B, T] = [batch.size, batch.targetLength];
  const projected = projectTokens(decoder, tensor(inputs, [B * T], "int32")); //       [B T, GH]
  let state = initialState(decoder, encoded.initial);
  const start = state.layers.at(-1)?.h as Tensor;
  const steps = unstack(reshape(projected, [B, T, -1]), 1).map((input) => {
    const step = decoderStep(decoder, input, state, attend);
    state = step.next;
    return step;
  });
  return { steps, start };
}

/** -ln p(target) at every position, padding included. [B T] */
function lossesOf(
  weights: Weights,
  shape: ModelShape,
  { batch, dropout }: FedBatch,
  steps: readonly DecoderStepTensors[],
): Tensor {
  const readouts = stack(
    steps.map(({ readout }) => readout),
    1,
  ); //                                                                                [B, T, H]
  const decoder = decoderWeights(weights, shape, dropout);
  const logits = readLogits(decoder, reshape(readouts, [-1, shape.hiddenSize])); //    [B T, V]
  const chosen = oneHot(targetTensors(batch).ids, shape.targetTokens);
  return neg(sum(mul(chosen, logSoftmax(logits)), 1));
}

/** The mean weights over each row's real steps, by source position; null without attention. [B, S] */
function looksOf(batch: Batch, steps: readonly DecoderStepTensors[]): number[][] | null {
  const weights = steps.flatMap(({ attended }) =>
    attended ? [inRows(readTensor(attended.weights), batch.sourceLength)] : [],
  ); // T of [B, S]
  if (weights.length === 0) return null;
  return batch.targetLengths.map((length, row) =>
    Array.from({ length: batch.sourceLength }, (_, s) => {
      const real = weights.slice(0, length);
      return real.reduce((total, step) => total + (step[row]?.[s] ?? 0), 0) / length;
    }),
  );
}
