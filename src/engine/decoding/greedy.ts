/** Greedy decoding: the most probable token at every step, in each row until its own <eos>. */
import { argMax, cast, stack, type Tensor, tensor } from "@tensorflow/tfjs-core";
import { sourceTensors } from "../model/batchTensors";
import { networkOf } from "../model/networks";
import { readTensor } from "../model/readTensor";
import { plainResult } from "../model/scope";
import { entropyOf } from "../results/entropy";
import type { ModelShape } from "../setup/modelShape";
import type { Weights } from "../model/weights";
import { EOS, SOS } from "../text/tokens";
import type { Batch } from "../batch";

/** The model's answer to one source. */
export interface Decoded {
  /** Answer tokens before the first <eos>. */
  readonly tokens: readonly number[];
  /** Whether the model said <eos> before the length limit. */
  readonly ended: boolean;
  /** Source position with the largest weight at each step, the <eos> step included; null without attention. */
  readonly attendedTo: readonly number[] | null;
  /** Entropy of the weights at each of these steps, in nats; null without attention. */
  readonly entropies: readonly number[] | null;
}

/** The most decoder steps: two more than the longest target, so that a wrong, longer answer shows. */
export function decodingLimit(maxTargetLength: number): number {
  return maxTargetLength + 2;
}

/**
 * Decodes every source of the batch, fed its own answers.
 * The answers stay on the backend until all steps are done: one transfer for the whole batch, and one for the weights.
 * @param limit most decoder steps
 */
export function decodeGreedily(
  weights: Weights,
  shape: ModelShape,
  batch: Batch,
  limit: number,
): Decoded[] {
  const read = plainResult((): GreedyRead => {
    let decoder = networkOf(shape).open(weights, shape, sourceTensors(batch));
    let ids: Tensor = tensor(new Int32Array(batch.size).fill(SOS), [batch.size], "int32");
    const rows: Tensor[] = [];
    const weightsOf: Tensor[] = []; // by step, [B, S] each
    for (let t = 0; t < limit; t++) {
      const step = decoder(ids);
      decoder = step.next;
      ids = argMax(step.logits, 1); // [B]
      rows.push(ids, step.weights ? argMax(step.weights, 1) : ids);
      if (step.weights) weightsOf.push(step.weights);
    }
    return {
      steps: readTensor(cast(stack(rows), "int32")) as Int32Array,
      weights: weightsOf.length > 0 ? (readTensor(stack(weightsOf)) as Float32Array) : null,
    };
  });
  return readRows(read, batch);
}

/** What a device gives back of a greedy decode. */
export interface GreedyRead {
  readonly steps: Int32Array; // [2 limit, B]: answers, positions, answers, ...
  readonly weights: Float32Array | null; // [limit, B, S]; null without attention
}

/** Every row's answer, up to its own <eos>. */
export function readRows(read: GreedyRead, batch: Batch): Decoded[] {
  return Array.from({ length: batch.size }, (_, row) => readRow(read, row, batch));
}

function readRow({ steps, weights }: GreedyRead, row: number, batch: Batch): Decoded {
  const { size: B, sourceLength: S } = batch;
  const tokens: number[] = [];
  const attendedTo: number[] = [];
  const entropies: number[] = [];
  let ended = false;
  for (let t = 0; !ended && (2 * t + 1) * B < steps.length; t++) {
    const token = steps[2 * t * B + row] ?? EOS;
    attendedTo.push(steps[(2 * t + 1) * B + row] ?? 0);
    const start = (t * B + row) * S;
    if (weights) entropies.push(entropyOf(weights.subarray(start, start + S)));
    ended = token === EOS;
    if (!ended) tokens.push(token);
  }
  return weights
    ? { tokens, ended, attendedTo, entropies }
    : { tokens, ended, attendedTo: null, entropies: null };
}
